package dev.mooring.kubernetes.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mooring.error.UnavailableException;
import dev.mooring.kubernetes.internal.LocalKubeconfig;
import dev.mooring.testkit.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server of five pages, one item on each. */
class ReadAheadTest {
  private static final Call ALL = Call.get("/api/v1/namespaces/ns/pods");
  private static final int LAST = 4;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private HttpServer server;
  private Connection connection;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
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
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String from = exchange.getRequestURI().getQuery().replaceAll(".*continue=([0-9]+).*|.*", "$1");
    asked.add(from);
    boolean refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    int page = from.isEmpty() ? 0 : Integer.parseInt(from);
    String next = page == LAST ? "" : "\"continue\": \"" + (page + 1) + "\"";
    byte[] body =
        ("{\"metadata\": {" + next + "}, \"items\": [{\"page\": " + page + "}]}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(refused ? 503 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Call page(int from) {
    return ALL.with("limit", "1").with("continue", Integer.toString(from));
  }

  @Test
  void a_page_that_was_asked_for_is_not_asked_for_again() {
    ReadAhead ahead = connection.api().ahead();
    ahead.begin(page(2));
    ahead.begin(page(2));
    Eventually.holds("the page is asked for", () -> asked.size() == 1);
    assertThat(ahead.get(page(2)).body()).contains("\"page\": 2");
    assertThat(asked).containsExactly("2");
    assertThat(ahead.get(page(2)).ok()).isTrue();
    assertThat(asked).containsExactly("2", "2");
  }

  @Test
  void a_page_that_was_refused_is_asked_for_in_the_usual_way() {
    ReadAhead ahead = connection.api().ahead();
    refusals.set(1);
    ahead.begin(page(2));
    assertThat(ahead.get(page(2)).body()).contains("\"page\": 2");
    assertThat(asked).containsExactly("2", "2");
    refusals.set(2);
    ahead.begin(page(3));
    assertThat(ahead.get(page(3)).code()).isEqualTo(503);
  }

  @Test
  void what_nobody_fetches_is_few_pages() {
    ReadAhead ahead = connection.api().ahead();
    for (int i = 0; i < LAST; i++) {
      ahead.begin(page(i));
    }
    assertThat(ahead.get(page(LAST)).ok()).isTrue();
    Eventually.holds("all have come", () -> asked.size() == 3);
    assertThat(asked).containsExactlyInAnyOrder("0", "1", Integer.toString(LAST));
  }

  @Test
  void a_collection_is_read_whole_with_one_request_for_each_page() {
    List<Integer> pages = new ArrayList<>();
    String unused =
        Pages.all(
            connection.api(), ALL, JsonNode.class, item -> pages.add(item.path("page").asInt()));
    assertThat(pages).containsExactly(0, 1, 2, 3, 4);
    assertThat(asked).containsExactly("", "1", "2", "3", "4");
  }

  @Test
  void the_next_page_is_under_way_while_one_is_read() {
    List<Integer> pages = new ArrayList<>();
    Pages.End unused =
        Pages.each(
            connection.api(),
            ALL,
            JsonNode.class,
            item -> {
              int page = item.path("page").asInt();
              Eventually.holds(
                  "the page after " + page + " is asked for",
                  () -> asked.size() == Math.min(page + 2, LAST + 1));
              pages.add(page);
            });
    assertThat(pages).hasSize(LAST + 1);
  }

  @Test
  void a_list_that_breaks_says_so_as_ever() {
    assertThatThrownBy(
            () ->
                Pages.all(
                    connection.api(),
                    ALL,
                    JsonNode.class,
                    item -> {
                      if (item.path("page").asInt() == 1) {
                        refusals.set(100);
                      }
                    }))
        .isInstanceOf(UnavailableException.class);
  }
}
