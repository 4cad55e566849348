package dev.mooring.testkit.fault.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The real server, as the proxy asks it. */
final class Upstream implements AutoCloseable {
  /** Headers that belong to one connection, or that the JDK's client and server set themselves. */
  static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection",
          "content-length",
          "date",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "transfer-encoding",
          "upgrade");

  private final URI server;
  private final HttpClient client;
  private final Set<InputStream> open = ConcurrentHashMap.newKeySet();

  Upstream(URI server, @Nullable SSLContext tls) {
    this.server = server;
    HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
    this.client = (tls == null ? builder : builder.sslContext(tls)).build();
  }

  /** Asks the server what was asked of the proxy. */
  HttpResponse<InputStream> ask(HttpExchange exchange, byte[] body) throws IOException {
    URI target = server.resolve(exchange.getRequestURI().toString());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .method(
                exchange.getRequestMethod(),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      HttpResponse<InputStream> response =
          client.send(request.build(), BodyHandlers.ofInputStream());
      open.add(response.body());
      return response;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the proxy is closed", e);
    }
  }

  /** An answer has been passed on. */
  void done(InputStream body) throws IOException {
    open.remove(body);
    body.close();
  }

  @Override
  public void close() {
    for (InputStream body : open) {
      try {
        body.close();
      } catch (IOException e) {
        // It is gone already, which is what was wanted.
      }
    }
  }
}
