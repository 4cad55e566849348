package dev.mooring.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.Problem;
import dev.mooring.error.UnavailableException;
import dev.mooring.internal.watch.ScriptedStore.Entry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Openings of the shared watch: when, how often, and who waits for them. */
@Timeout(60)
class OpeningWatchesTest {
  /** A thread for each task: the common pool may have one only, and these block. */
  static final Executor THREAD = task -> new Thread(task).start();

  private final ScriptedStore store = new ScriptedStore();
  private final FakePacer pacer = new FakePacer();
  private final WatchHub<Entry> hub = new WatchHub<>(store, pacer);

  private static Optional<String> await(
      WatchHub<Entry> hub, Function<String, Optional<Entry>> read, Duration limit) {
    try (Waiter<Entry> waiter = hub.waiter("a")) {
      return waiter.await(
          limit,
          read,
          found -> found.map(Entry::state).filter("AVAILABLE"::equals),
          event -> true,
          trouble -> {});
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void put(String state) {
    store.entries.put("a", new Entry("a", "1", state));
  }

  private void mostOpenings(int most) {
    assertThat(store.watches).as("openings").hasSizeLessThanOrEqualTo(most);
  }

  @Test
  void watchesThatEndAtOnceAreOpenedWithPauses() {
    put("PENDING");
    store.onWatch =
        listener -> {
          mostOpenings(10);
          listener.closed(null);
        };

    assertThat(await(hub, store::get, Duration.ofSeconds(65))).isEmpty();
    assertThat(store.watches).as("openings").hasSizeBetween(3, 8);
    assertThat(store.gets).as("one for each end, and one every 10 s").isLessThanOrEqualTo(20);
  }

  @Test
  void aWatchThatLivedForAWhileIsOpenedAnewAtOnce() {
    put("PENDING");
    for (int second : new int[] {21, 42, 63, 84}) {
      pacer.at(Duration.ofSeconds(second), () -> store.lastWatch().closed(null));
    }
    pacer.at(Duration.ofSeconds(85), () -> assertThat(store.watches).hasSize(5));

    assertThat(await(hub, store::get, Duration.ofSeconds(100))).isEmpty();
    assertThat(store.watches).hasSize(5);
  }

  @Test
  void aWaitThatBeginsInAnOutageSurvivesIt() {
    put("PENDING");
    store.onWatch =
        listener -> {
          throw new UnavailableException(Problem.tried("watch"));
        };
    pacer.at(Duration.ofSeconds(15), () -> store.onWatch = listener -> {});
    pacer.at(
        Duration.ofSeconds(23), () -> store.lastWatch().changed(new Entry("a", "2", "AVAILABLE")));

    assertThat(await(hub, store::get, Duration.ofSeconds(60))).contains("AVAILABLE");
    assertThat(pacer.nanos()).isEqualTo(Duration.ofSeconds(23).toNanos());
    assertThat(store.watches).as("at 0 s, 10 s and 20 s").hasSize(3);
  }

  @Test
  void aRefusedWatchEndsEveryWaitAtOnce() {
    store.onWatch =
        listener -> {
          throw new AccessDeniedException(Problem.tried("watch"));
        };
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> await(hub, store::get, Duration.ofSeconds(60)))
          .isInstanceOf(AccessDeniedException.class);
    }
    assertThat(pacer.nanos()).isZero();
  }

  @Test
  void nobodyWaitsForAnOpeningButWhoDoesIt() throws Exception {
    WatchHub<Entry> real = new WatchHub<>(store, Pacer.REAL);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    store.onWatch =
        listener -> {
          begun.countDown();
          assertThat(interrupted(go)).isFalse();
        };
    put("AVAILABLE");
    CompletableFuture<Optional<String>> opener =
        CompletableFuture.supplyAsync(
            () -> await(real, store::get, Duration.ofSeconds(30)), THREAD);
    begun.await();

    assertThat(await(real, store::get, Duration.ofSeconds(30))).contains("AVAILABLE");
    real.close();
    assertThat(store.closed).isZero();
    go.countDown();
    assertThatThrownBy(() -> opener.get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(store.watches).hasSize(1);
    assertThat(store.closed).as("the watch that opened too late").isEqualTo(1);
  }

  @Test
  void whoReadBeforeTheWatchOpenedReadsAgain() throws Exception {
    WatchHub<Entry> patient = new WatchHub<>(store, new PatientPacer());
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch read = new CountDownLatch(1);
    store.onWatch =
        listener -> {
          begun.countDown();
          assertThat(interrupted(go)).isFalse();
        };
    put("PENDING");
    CompletableFuture<Waiter<Entry>> opener =
        CompletableFuture.supplyAsync(
            () -> {
              Waiter<Entry> waiter = patient.waiter("other");
              patient.lookAfter(waiter);
              return waiter;
            },
            THREAD);
    begun.await();
    CompletableFuture<Optional<String>> reader =
        CompletableFuture.supplyAsync(
            () ->
                await(
                    patient,
                    key -> {
                      Optional<Entry> found = store.get(key);
                      read.countDown();
                      return found;
                    },
                    Duration.ofSeconds(30)),
            THREAD);
    read.await();
    put("AVAILABLE");
    go.countDown();

    assertThat(reader.get(30, TimeUnit.SECONDS)).contains("AVAILABLE");
    opener.get().close();
  }

  @Test
  void aWatchThatNobodyUsesClosesItselfAtItsNextSignOfLife() {
    put("AVAILABLE");
    await(hub, store::get, Duration.ofSeconds(1));
    pacer.pass(Duration.ofSeconds(59));
    store.lastWatch().alive();
    await(hub, store::get, Duration.ofSeconds(1));
    pacer.pass(Duration.ofSeconds(59));
    store.lastWatch().alive();
    assertThat(store.closed).as("closed within a minute of the last wait").isZero();

    pacer.pass(Duration.ofSeconds(2));
    store.lastWatch().alive();
    store.lastWatch().alive();
    assertThat(store.closed).isEqualTo(1);
    await(hub, store::get, Duration.ofSeconds(1));
    assertThat(store.watches).hasSize(2);
  }

  @Test
  void aWatchWithAWaiterStaysOpenHoweverLongItWaits() {
    put("PENDING");
    for (int second = 25; second < 300; second += 25) {
      pacer.at(Duration.ofSeconds(second), () -> store.lastWatch().alive());
    }
    await(hub, store::get, Duration.ofMinutes(5));
    assertThat(store.closed).isZero();
  }

  private static boolean interrupted(CountDownLatch latch) {
    try {
      latch.await();
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  /** Wakes a waiter for signals only, not to read every 10 s. */
  private static final class PatientPacer implements Pacer {
    @Override
    public long nanos() {
      return 0;
    }

    @Override
    public <T> T poll(BlockingQueue<T> queue, Duration longest) throws InterruptedException {
      return queue.take();
    }
  }
}
