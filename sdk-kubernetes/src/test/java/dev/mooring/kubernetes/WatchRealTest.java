package dev.mooring.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.access.Owner;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnavailableException;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.store.SampleRecords;
import dev.mooring.volume.Reason;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("real")
class WatchRealTest {
  private static ProxiedNamespace namespace;

  private final Heard heard = new Heard();
  private @Nullable StorageBackend backend;

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
    backend =
        namespace
            .faulty()
            .connect(
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
    backend().close();
    namespace.proxy.up();
    namespace.namespace().empty();
  }

  private StorageBackend backend() {
    return java.util.Objects.requireNonNull(backend);
  }

  /** A drive of a class that nobody serves: it stays pending. */
  private static VolumeRecord drive(String name) {
    VolumeRecord sample = SampleRecords.drive(name);
    return sample.withSpec(sample.spec().resolved(null, "broken"));
  }

  @Test
  void a_watch_lives_on_when_the_server_ends_its_request() {
    try (RecordStore.Watch watch = backend().volumes().watch(heard)) {
      assertThat(watch).isNotNull();
      Eventually.holds("the watch was renewed", () -> heard.alive.get() >= 2);
      VolumeRecord created = backend().volumes().create(drive("after")).record();
      Eventually.holds("the drive is reported", () -> heard.keys().contains(created.key()));
    }
    assertThat(heard.closed.get()).isNull();
  }

  @Test
  void a_watch_tells_the_reason_of_a_claim_that_is_older_than_itself() {
    VolumeRecord created = backend().volumes().create(drive("older")).record();
    try (RecordStore.Watch watch = backend().volumes().watch(heard)) {
      assertThat(watch).isNotNull();
      // The controller repeats its event, which is news of the record.
      Eventually.holds(
          "the reason is known",
          () ->
              backend()
                  .volumes()
                  .get(created.key())
                  .map(r -> r.provisioned().reason())
                  .filter(r -> r.reason() == Reason.PROVISIONER_ABSENT)
                  .isPresent());
    }
  }

  @Test
  void a_server_that_goes_away_ends_the_watch_and_no_call_lies() {
    VolumeRecord before = backend().volumes().create(drive("before")).record();
    RecordStore.Watch watch = backend().volumes().watch(heard);
    namespace.proxy.down();

    Eventually.holds("the watch ended", () -> heard.closed.get() != null);
    assertThat(heard.closed.get()).isInstanceOf(StorageException.class);
    assertThatThrownBy(() -> backend().volumes().get(before.key()))
        .isInstanceOf(UnavailableException.class);
    assertThatThrownBy(() -> backend().volumes().create(drive("lost")))
        .isInstanceOf(UnavailableException.class);

    namespace.proxy.up();
    assertThat(backend().volumes().get(before.key())).isPresent();
    Heard again = new Heard();
    try (RecordStore.Watch second = backend().volumes().watch(again)) {
      assertThat(second).isNotNull();
      VolumeRecord created = backend().volumes().create(drive("again")).record();
      Eventually.holds("the drive is reported", () -> again.keys().contains(created.key()));
    }
    watch.close();
  }

  @Test
  void a_closed_watch_reports_nothing_and_leaves_no_thread() {
    Set<Thread> before = watchThreads();
    RecordStore.Watch watch = backend().volumes().watch(heard);
    Set<Thread> its = watchThreads();
    its.removeAll(before);
    assertThat(its).isNotEmpty();
    watch.close();
    watch.close();

    Eventually.holds("its threads end", () -> its.stream().noneMatch(Thread::isAlive));
    assertThat(heard.closed.get()).isNull();
  }

  private static Set<Thread> watchThreads() {
    Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeIf(thread -> !thread.getName().startsWith("mooring-watch"));
    return threads;
  }

  private static final class Heard implements RecordListener<VolumeRecord> {
    final List<VolumeRecord> changed = new CopyOnWriteArrayList<>();
    final AtomicInteger alive = new AtomicInteger();
    final AtomicReference<@Nullable Throwable> closed = new AtomicReference<>();

    List<String> keys() {
      return changed.stream().map(VolumeRecord::key).toList();
    }

    @Override
    public void changed(VolumeRecord record) {
      changed.add(record);
    }

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
