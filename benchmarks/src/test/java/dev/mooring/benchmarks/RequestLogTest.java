package dev.mooring.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RequestLogTest {
  private final RequestLog log = RequestLog.open();
  private HttpServer server;
  private final AtomicInteger answered = new AtomicInteger();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          answered.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    log.close();
  }

  @Test
  @DisplayName("Every request is in the log once, in order, and none twice")
  void counts() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    client.send(to("/api/v1/claims?limit=1").GET().build(), BodyHandlers.discarding());
    client.send(
        to("/api/v1/claims").POST(BodyPublishers.noBody()).build(), BodyHandlers.discarding());
    assertThat(log.take()).containsExactly("GET /api/v1/claims?limit=1", "POST /api/v1/claims");

    client.send(to("/version").GET().build(), BodyHandlers.discarding());
    assertThat(log.take()).containsExactly("GET /version");
    assertThat(log.take()).isEmpty();
    assertThat(answered).hasValue(3);
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
  }
}
