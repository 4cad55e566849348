package dev.mooring.kubernetes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.store.SampleRecords;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that ends the watch of the events as soon as it begins, and keeps that of the claims.
 */
class LostEventsTest {
  private static final String GONE =
      "{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":410,\"message\":\"too old\"}}\n";
  private static final String BOOKMARK =
      "{\"type\":\"BOOKMARK\",\"object\":{\"metadata\":{\"resourceVersion\":\"6\"}}}\n";
  private static final String EMPTY = "{\"metadata\":{\"resourceVersion\":\"5\"},\"items\":[]}";

  private static final String WAITING =
      """
      {"kind":"PersistentVolumeClaim","apiVersion":"v1",
       "metadata":{"name":"drive-a","namespace":"ns","uid":"u","resourceVersion":"7",
        "creationTimestamp":"2026-11-01T10:00:00Z",
        "labels":{"mooring.dev/account":"acme","mooring.dev/kind":"drive","mooring.dev/name":"a",
         "mooring.dev/owner":"user.ana","mooring.dev/profile":"block","mooring.dev/volume-id":"%s"},
        "annotations":{"mooring.dev/region":"us-central"}},
       "spec":{"accessModes":["ReadWriteOncePod"],"resources":{"requests":{"storage":"1G"}}},
       "status":{"phase":"Pending"}}"""
          .formatted(SampleRecords.drive("a").spec().id());

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final StorageBackend backend;
  private final AtomicInteger eventLists = new AtomicInteger();
  private final CountDownLatch eventsEnded = new CountDownLatch(1);
  private final CountDownLatch bookmark = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);

  LostEventsTest(@TempDir Path folder) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    backend = ScriptedServer.connect(folder, server.getAddress().getPort());
  }

  @AfterEach
  void close() {
    over.countDown();
    backend.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean watches = exchange.getRequestURI().toString().contains("watch=1");
    try (exchange) {
      if (path.endsWith("/events")) {
        eventLists.addAndGet(watches ? 0 : 1);
        say(exchange, 200, watches ? GONE : EMPTY);
        if (watches) {
          eventsEnded.countDown();
        }
      } else if (path.endsWith("/persistentvolumeclaims")) {
        // The claims are watched after the end of the events was sent.
        eventsEnded.await();
        say(exchange, 200, watches ? "" : EMPTY);
        if (watches) {
          bookmark.await();
          say(exchange, 0, BOOKMARK);
          over.await();
        }
      } else if (path.endsWith("/persistentvolumeclaims/drive-a")) {
        say(exchange, 200, WAITING);
      } else {
        say(exchange, 200, EMPTY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(HttpExchange exchange, int code, String text) throws IOException {
    if (code > 0) {
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(code, 0);
    }
    exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
  }

  @Test
  void the_watch_of_the_claims_goes_on_and_reasons_are_read_instead() {
    Heard heard = new Heard();
    try (RecordStore.Watch watch = backend.volumes().watch(heard)) {
      assertThat(watch).isNotNull();
      Eventually.holds(
          "a read asks for the events, which nobody follows",
          () -> backend.volumes().get("drive-a").isPresent() && eventLists.get() > 1);
      bookmark.countDown();
      Eventually.holds("the watch lives", () -> heard.alive.get() > 0);
    }
    assertThat(heard.closed).hasNullValue();
  }

  private static final class Heard implements RecordListener<VolumeRecord> {
    final AtomicInteger alive = new AtomicInteger();
    final AtomicReference<@Nullable Throwable> closed = new AtomicReference<>();

    @Override
    public void changed(VolumeRecord record) {}

    @Override
    public void deleted(String key) {}

    @Override
    public void alive() {
      alive.incrementAndGet();
    }

    @Override
    public void closed(@Nullable Throwable cause) {
      closed.set(cause);
    }
  }
}
