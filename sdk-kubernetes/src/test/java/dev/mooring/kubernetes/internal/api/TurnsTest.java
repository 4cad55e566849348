package dev.mooring.kubernetes.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.mooring.error.CancelledException;
import dev.mooring.error.UnavailableException;
import dev.mooring.kubernetes.internal.LocalKubeconfig;
import dev.mooring.testkit.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnsTest {
  private static final int CALLERS = 200;
  private static final Call CALL = Call.get("/api/v1/namespaces/ns/configmaps");

  private final KubernetesErrors errors = new KubernetesErrors("us-central");

  @Test
  void a_burst_opens_as_many_connections_as_there_are_turns(@TempDir Path folder) throws Exception {
    AtomicInteger under = new AtomicInteger();
    CountDownLatch answer = new CountDownLatch(1);
    AtomicInteger answered = new AtomicInteger();
    ExecutorService threads = Executors.newCachedThreadPool();
    HttpServer server = server(threads, exchange -> hold(exchange, under, answer));
    try (Connection connection = connect(folder, server.getAddress().getPort())) {
      List<Thread> callers =
          IntStream.range(0, CALLERS)
              .mapToObj(
                  i ->
                      new Thread(
                          () -> {
                            if (connection.api().send(CALL).ok()) {
                              answered.incrementAndGet();
                            }
                          }))
              .toList();
      callers.forEach(Thread::start);
      Eventually.holds("turns are used", () -> under.get() >= Turns.MOST);
      Eventually.holds("everybody waits", () -> callers.stream().allMatch(TurnsTest::waits));
      assertThat(under).as("requests under way").hasValue(Turns.MOST);
      answer.countDown();
      for (Thread caller : callers) {
        caller.join();
      }
      assertThat(answered).hasValue(CALLERS);
    } finally {
      answer.countDown();
      server.stop(0);
      threads.shutdownNow();
    }
  }

  private static boolean waits(Thread thread) {
    return thread.getState() == Thread.State.TIMED_WAITING;
  }

  private static void hold(HttpExchange exchange, AtomicInteger under, CountDownLatch answer)
      throws IOException {
    under.incrementAndGet();
    try {
      answer.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.sendResponseHeaders(200, 2);
    exchange.getResponseBody().write(new byte[] {'{', '}'});
    exchange.close();
  }

  private static HttpServer server(ExecutorService threads, HttpHandler handler)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), CALLERS);
    server.setExecutor(threads);
    server.createContext("/", handler);
    server.start();
    return server;
  }

  private static Connection connect(Path folder, int port) throws IOException {
    return Connection.open(
        LocalKubeconfig.write(folder, port),
        null,
        "us-central",
        Clock.systemUTC(),
        Duration.ofMinutes(1));
  }

  @Test
  void a_turn_that_never_comes_is_told_and_nothing_was_sent() {
    Turns turns = new Turns(Duration.ofMillis(1));
    IntStream.range(0, Turns.MOST).forEach(i -> turns.take(CALL, errors));

    assertThatThrownBy(() -> turns.take(CALL, errors))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("64 requests are under way");
    turns.end();
    turns.take(CALL, errors);
  }

  @Test
  void who_is_interrupted_before_its_turn_has_changed_nothing() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> new Turns(Duration.ofMinutes(1)).take(CALL, errors))
        .isInstanceOf(CancelledException.class)
        .hasMessageContaining("othing was changed");
    assertThat(Thread.interrupted()).isTrue();
  }
}
