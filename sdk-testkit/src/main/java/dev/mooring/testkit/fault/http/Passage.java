package dev.mooring.testkit.fault.http;

import com.sun.net.httpserver.HttpExchange;
import dev.mooring.testkit.fault.Gate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** One request on its way through the proxy. */
final class Passage implements AutoCloseable {
  private static final int CUT = 0;

  private final HttpExchange exchange;
  private final Upstream upstream;
  private final HttpCall call;

  Passage(HttpExchange exchange, Upstream upstream, HttpCall call) {
    this.exchange = exchange;
    this.upstream = upstream;
    this.call = call;
  }

  /** Passes request and answer on; returns the status that the client got. */
  int whole() throws IOException {
    return answer(forward());
  }

  /** Does what a fault says; returns the status that the client got, 0 when it was cut. */
  int broken(HttpFault fault) throws IOException {
    sleep(fault.delay());
    Gate gate = fault.gate();
    if (gate != null) {
      return held(gate);
    }
    if (fault.effect() && fault.reply() != HttpFault.Reply.ANSWER) {
      HttpResponse<InputStream> response = forward();
      // Read to its end, so that the effect is there before the client hears anything.
      response.body().transferTo(OutputStream.nullOutputStream());
      upstream.done(response.body());
    }
    return switch (fault.reply()) {
      case ANSWER -> whole();
      case CUT -> CUT;
      case STATUS -> status(fault);
      case SILENCE -> silence();
    };
  }

  private int held(Gate gate) throws IOException {
    if (!gate.isAfterEffect()) {
      return gate.hold() ? whole() : CUT;
    }
    HttpResponse<InputStream> response = forward();
    if (gate.hold()) {
      return answer(response);
    }
    upstream.done(response.body());
    return CUT;
  }

  private HttpResponse<InputStream> forward() throws IOException {
    return upstream.ask(exchange, exchange.getRequestBody().readAllBytes());
  }

  private int answer(HttpResponse<InputStream> response) throws IOException {
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (!lower.startsWith(":") && !Upstream.OF_THE_CONNECTION.contains(lower)) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    int status = response.statusCode();
    boolean bodiless = status == 204 || status == 304 || call.method().equals("HEAD");
    exchange.sendResponseHeaders(status, bodiless ? -1 : 0);
    try (InputStream in = response.body()) {
      byte[] buffer = new byte[8192];
      OutputStream out = exchange.getResponseBody();
      if (!bodiless) {
        out.flush(); // newer JDKs keep the headers back until there is something to send
      }
      for (int read = in.read(buffer); read >= 0 && !bodiless; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        out.flush();
      }
      if (!bodiless) {
        out.close();
      }
      return status;
    } finally {
      upstream.done(response.body());
    }
  }

  private int status(HttpFault fault) throws IOException {
    Duration wait = fault.retryAfter();
    if (wait != null) {
      exchange.getResponseHeaders().set("Retry-After", Long.toString(wait.toSeconds()));
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    byte[] body =
        "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"injected\",\"code\":%d}"
            .formatted(fault.status())
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(fault.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.getResponseBody().close();
    return fault.status();
  }

  /** Ends when the proxy is closed, which interrupts this thread. */
  private int silence() throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().flush();
    sleep(Duration.ofDays(1));
    return 200;
  }

  private static void sleep(Duration time) throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the proxy is closed", e);
    }
  }

  /** Without an answer this ends the connection. */
  @Override
  public void close() {
    exchange.close();
  }
}
