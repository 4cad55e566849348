package dev.mooring.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.access.Owner;
import dev.mooring.internal.watch.Pacer;
import dev.mooring.internal.watch.Waiter;
import dev.mooring.internal.watch.WatchHub;
import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.Trash;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.fault.http.FaultProxy;
import dev.mooring.testkit.fault.http.HttpCall;
import dev.mooring.testkit.fault.http.HttpFault;
import dev.mooring.testkit.store.SampleRecords;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a wait asks a real API server, in a time that passes only while it waits. */
@Tag("real")
class WaitRealTest {
  private static ProxiedNamespace namespace;

  private StorageBackend watched;
  private StorageBackend other;

  @BeforeAll
  static void open(@TempDir Path folder) {
    namespace = new ProxiedNamespace(folder);
  }

  @AfterAll
  static void end() {
    namespace.close();
  }

  @BeforeEach
  void connect() {
    watched = connect(namespace.faulty());
    other = connect(namespace.backend());
  }

  private static StorageBackend connect(Backend backend) {
    return backend.connect(
        new BackendContext(
            SampleRecords.REGION,
            SampleRecords.ACCOUNT,
            Owner.user("ana"),
            List.of(),
            null,
            Duration.ofSeconds(10),
            Clock.systemUTC()));
  }

  @AfterEach
  void close() {
    watched.close();
    other.close();
    namespace.proxy.reset();
    namespace.namespace().empty();
  }

  /** A time that jumps to the end of each pause, until the change comes, which is waited for. */
  private static final class JumpingPacer implements Pacer {
    private final Duration changeAfter;
    private final Runnable change;
    private long now;
    private boolean changed;

    JumpingPacer(Duration changeAfter, Runnable change) {
      this.changeAfter = changeAfter;
      this.change = change;
    }

    @Override
    public long nanos() {
      return now;
    }

    @Override
    public <T> @Nullable T poll(BlockingQueue<T> queue, Duration longest)
        throws InterruptedException {
      T waiting = queue.poll();
      if (waiting != null) {
        return waiting;
      }
      if (now < changeAfter.toNanos()) {
        now += longest.toNanos();
        return null;
      }
      if (!changed) {
        changed = true;
        change.run();
      }
      return queue.poll(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /** A drive that stays pending. */
  private VolumeRecord pending() {
    VolumeRecord sample = SampleRecords.drive("waited-for");
    return other.volumes().create(sample.withSpec(sample.spec().resolved(null, "broken"))).record();
  }

  private void change(VolumeRecord record) {
    Eventually.holds(
        "the drive is changed",
        () ->
            other
                .volumes()
                .get(record.key())
                .flatMap(
                    r -> other.volumes().swap(r.withTrash(new Trash(Instant.EPOCH, Instant.EPOCH))))
                .isPresent());
  }

  private Optional<VolumeRecord> await(VolumeRecord record, Pacer pacer) throws Exception {
    WatchHub<VolumeRecord> hub = new WatchHub<>(watched.volumes(), pacer);
    try (hub;
        Waiter<VolumeRecord> waiter = hub.waiter(record.key())) {
      return waiter.await(
          Duration.ofMinutes(5),
          watched.volumes()::get,
          found -> found.filter(r -> r.trash() != null),
          event -> true,
          trouble -> {
            throw new AssertionError("no trouble is injected", trouble);
          });
    }
  }

  private static long reads(FaultProxy proxy, VolumeRecord record) {
    return proxy.count(call -> call.reads() && call.path().endsWith("/" + record.key()));
  }

  private static boolean watchesDrives(HttpCall call) {
    return call.watches() && call.path().endsWith("/persistentvolumeclaims");
  }

  @Test
  void a_healthy_wait_of_thirty_seconds_reads_three_times() throws Exception {
    VolumeRecord record = pending();
    namespace.proxy.reset();
    // The change comes just before the fourth read would.
    JumpingPacer pacer = new JumpingPacer(Duration.ofSeconds(20), () -> change(record));

    assertThat(await(record, pacer)).isPresent();
    assertThat(reads(namespace.proxy, record)).isEqualTo(3);
    assertThat(namespace.proxy.count(WaitRealTest::watchesDrives)).isLessThanOrEqualTo(2);
    System.out.printf(
        "waiting 30 s: %d reads, %d requests in all%n",
        reads(namespace.proxy, record), namespace.proxy.calls().size());
  }

  @Test
  void a_silent_watch_is_opened_anew_and_brings_what_happens_then() throws Exception {
    VolumeRecord record = pending();
    namespace.proxy.reset();
    namespace.proxy.nth(1, WaitRealTest::watchesDrives, HttpFault.silence());
    long[] readsBefore = new long[1];
    JumpingPacer pacer =
        new JumpingPacer(
            Duration.ofSeconds(100),
            () -> {
              Eventually.holds(
                  "the watch is opened anew",
                  () -> namespace.proxy.count(WaitRealTest::watchesDrives) == 2);
              readsBefore[0] = reads(namespace.proxy, record);
              change(record);
            });

    assertThat(await(record, pacer)).isPresent();
    assertThat(reads(namespace.proxy, record))
        .as("the watch brought the change, and no read")
        .isEqualTo(readsBefore[0]);
    assertThat(namespace.proxy.faulted()).hasSize(1);
  }
}
