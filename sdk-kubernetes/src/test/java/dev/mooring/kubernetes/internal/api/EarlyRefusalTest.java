package dev.mooring.kubernetes.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.UnavailableException;
import dev.mooring.kubernetes.internal.LocalKubeconfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that has just started refuses everybody, until it has read its roles. */
@DisplayName("A refusal after the server was away")
class EarlyRefusalTest {
  private static final Call PODS = Call.get("api/v1/pods");
  private static final String POD_PATH = "/api/v1/pods";
  private static final String READY_PATH = "/readyz";

  private final Deque<Integer> codes = new ArrayDeque<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Connection connection;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    connection =
        Connection.open(
            LocalKubeconfig.write(folder, server.getAddress().getPort()),
            null,
            "us-central",
            Clock.systemUTC(),
            Duration.ofSeconds(20));
  }

  @AfterEach
  void close() {
    connection.close();
    server.stop(0);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    heard.add(exchange.getRequestURI().getPath());
    int code = codes.remove();
    byte[] body =
        (code == 200 ? "{}" : "{\"kind\":\"Status\",\"message\":\"said " + code + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(code, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private synchronized void script(Integer... answers) {
    codes.addAll(List.of(answers));
  }

  private JsonNode pods() {
    return connection.api().send(PODS, JsonNode.class);
  }

  private void away() {
    script(503);
    assertThatThrownBy(this::pods).isInstanceOf(UnavailableException.class);
    heard.clear();
  }

  @Test
  void is_the_last_word_when_the_server_was_not_away() {
    script(403);

    assertThatThrownBy(this::pods).isInstanceOf(AccessDeniedException.class);
    assertThat(heard).containsExactly(POD_PATH);
  }

  @Test
  void is_asked_for_again_once_the_server_is_ready() {
    away();
    script(403, 200, 200);

    assertThat(pods()).isEmpty();
    assertThat(heard).containsExactly(POD_PATH, READY_PATH, POD_PATH);
  }

  @Test
  void is_the_last_word_of_a_server_that_is_ready() {
    away();
    script(403, 200, 403);

    assertThatThrownBy(this::pods)
        .isInstanceOf(AccessDeniedException.class)
        .hasMessageContaining("said 403");
    assertThat(heard).containsExactly(POD_PATH, READY_PATH, POD_PATH);
  }

  @Test
  void is_none_while_the_server_is_not_ready() {
    for (int unready : new int[] {500, 403, 503}) {
      away();
      script(403, unready);

      assertThatThrownBy(this::pods)
          .isInstanceOf(UnavailableException.class)
          .hasMessageContaining("was away, and refuses: said 403");
      assertThat(heard).containsExactly(POD_PATH, READY_PATH);
    }
  }

  @Test
  void counts_the_same_for_a_watch() throws IOException {
    away();
    script(403, 500);
    assertThatThrownBy(() -> connection.api().stream(PODS))
        .isInstanceOf(UnavailableException.class);
    script(403, 200, 403);
    assertThatThrownBy(() -> connection.api().stream(PODS))
        .isInstanceOf(AccessDeniedException.class);
    script(403, 200, 200);
    try (InputStream stream = connection.api().stream(PODS)) {
      assertThat(stream.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("{}");
    }
  }
}
