package dev.mooring.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.OutcomeUnknownException;
import dev.mooring.error.Problem;
import dev.mooring.error.UnavailableException;
import dev.mooring.internal.watch.ScriptedStore.Entry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class WatchHubTest {
  private final ScriptedStore store = new ScriptedStore();
  private final FakePacer pacer = new FakePacer();
  private final WatchHub<Entry> hub = new WatchHub<>(store, pacer);

  private static Function<Optional<Entry>, Optional<String>> until(String state) {
    return found -> found.map(Entry::state).filter(state::equals);
  }

  private Optional<String> await(Duration limit, String state) throws InterruptedException {
    try (Waiter<Entry> waiter = hub.waiter("a")) {
      return waiter.await(limit, store::get, until(state), event -> true, trouble -> {});
    }
  }

  private void put(String state) {
    store.entries.put("a", new Entry("a", "1", state));
  }

  @Test
  void anEventEndsTheWaitWithoutAnotherRead() throws InterruptedException {
    put("PENDING");
    pacer.at(
        Duration.ofSeconds(3), () -> store.lastWatch().changed(new Entry("a", "2", "AVAILABLE")));

    assertThat(await(Duration.ofSeconds(30), "AVAILABLE")).contains("AVAILABLE");
    assertThat(store.gets).isEqualTo(1);
    assertThat(pacer.nanos()).isEqualTo(Duration.ofSeconds(3).toNanos());
  }

  @Test
  void anEventThatMayBeLateIsConfirmedByARead() throws InterruptedException {
    put("WORKING");
    Entry late = new Entry("a", "0", "DONE");
    pacer.at(Duration.ofSeconds(3), () -> store.lastWatch().changed(late));
    try (Waiter<Entry> waiter = hub.waiter("a")) {
      assertThat(
              waiter.await(
                  Duration.ofSeconds(5), store::get, until("DONE"), event -> false, t -> {}))
          .isEmpty();
    }
    assertThat(store.gets).as("at the start, for the event, at the end").isEqualTo(3);
  }

  @Test
  void noEventIsBelievedBeforeARead() throws InterruptedException {
    AtomicInteger reads = new AtomicInteger();
    pacer.at(
        Duration.ofSeconds(3), () -> store.lastWatch().changed(new Entry("a", "0", "AVAILABLE")));
    try (Waiter<Entry> waiter = hub.waiter("a")) {
      Optional<String> seen =
          waiter.await(
              Duration.ofSeconds(5),
              key -> {
                if (reads.incrementAndGet() == 1) {
                  throw new UnavailableException(Problem.tried("read"));
                }
                return Optional.of(new Entry("a", "1", "FAILED"));
              },
              until("AVAILABLE"),
              event -> true,
              trouble -> {});
      assertThat(seen).isEmpty();
    }
    assertThat(reads).hasValueGreaterThan(1);
  }

  @Test
  void aHealthyWaitOfThirtySecondsReadsThreeTimes() throws InterruptedException {
    put("PENDING");
    pacer.at(
        Duration.ofMillis(29_900), () -> store.lastWatch().changed(new Entry("a", "2", "BOUND")));

    assertThat(await(Duration.ofSeconds(60), "BOUND")).contains("BOUND");
    assertThat(store.gets).isEqualTo(3);
    assertThat(store.watches).hasSize(1);
  }

  /** What is gone tells nothing by events, and something may still be waited for. */
  @Test
  void whatIsGoneIsReadSoonAndThenEverMoreSeldom() throws InterruptedException {
    try (Waiter<Entry> waiter = hub.waiter("a")) {
      Optional<String> done =
          waiter.await(
              Duration.ofSeconds(60),
              store::get,
              gone -> store.gets < 5 ? Optional.empty() : Optional.of("done"),
              event -> true,
              trouble -> {});
      assertThat(done).contains("done");
    }
    assertThat(pacer.nanos()).isEqualTo(Duration.ofMillis(100 + 200 + 400 + 800).toNanos());
  }

  @Test
  void aWaitLooksOnceMoreBeforeItGivesUp() throws InterruptedException {
    put("PENDING");
    pacer.at(Duration.ofSeconds(4), () -> put("AVAILABLE"));

    assertThat(await(Duration.ofSeconds(5), "AVAILABLE")).contains("AVAILABLE");
  }

  @Test
  void aLostEventOnlyDelaysTheWait() throws InterruptedException {
    put("PENDING");
    pacer.at(Duration.ofSeconds(12), () -> put("AVAILABLE"));

    assertThat(await(Duration.ofSeconds(60), "AVAILABLE")).contains("AVAILABLE");
    assertThat(pacer.nanos()).isEqualTo(Duration.ofSeconds(20).toNanos());
  }

  @Test
  void aWatchThatIsRefusedEndsTheWait() {
    put("PENDING");
    pacer.at(
        Duration.ofSeconds(1),
        () ->
            store
                .lastWatch()
                .closed(new AccessDeniedException(Problem.tried("watch").because("forbidden"))));

    assertThatThrownBy(() -> await(Duration.ofSeconds(30), "AVAILABLE"))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessageContaining("watch");
    assertThat(store.watches).as("not opened again and again").hasSize(1);
  }

  @Test
  void aDeletionIsReadFromTheStore() throws InterruptedException {
    put("PENDING");
    pacer.at(
        Duration.ofSeconds(1),
        () -> {
          store.entries.clear();
          store.lastWatch().deleted("a");
        });
    try (Waiter<Entry> waiter = hub.waiter("a")) {
      Optional<String> seen =
          waiter.await(
              Duration.ofSeconds(30),
              store::get,
              found -> found.isEmpty() ? Optional.of("gone") : Optional.empty(),
              event -> true,
              trouble -> {});
      assertThat(seen).contains("gone");
      assertThat(pacer.nanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
    }
  }

  @Test
  void aWatchThatEndsIsOpenedAnewAndTheRecordReadAgain() throws InterruptedException {
    put("PENDING");
    pacer.at(
        Duration.ofSeconds(2),
        () -> {
          put("AVAILABLE");
          store.lastWatch().closed(new IllegalStateException("410 Gone"));
        });

    assertThat(await(Duration.ofSeconds(60), "AVAILABLE")).contains("AVAILABLE");
    assertThat(store.watches).hasSize(2);
    assertThat(pacer.nanos()).isEqualTo(Duration.ofSeconds(2).toNanos());
  }

  @Test
  void aSilentWatchIsOpenedAnewAfterNinetySeconds() throws InterruptedException {
    put("PENDING");

    assertThat(await(Duration.ofSeconds(119), "AVAILABLE")).isEmpty();
    assertThat(store.watches).hasSize(2);
    assertThat(store.closed).isEqualTo(1);
  }

  @Test
  void aWatchThatGivesSignsOfLifeIsKept() throws InterruptedException {
    put("PENDING");
    for (int second = 30; second < 300; second += 30) {
      pacer.at(Duration.ofSeconds(second), () -> store.lastWatch().alive());
    }

    assertThat(await(Duration.ofSeconds(299), "AVAILABLE")).isEmpty();
    assertThat(store.watches).hasSize(1);
  }

  @Test
  void oneWatchServesEveryWaiter() {
    for (int i = 0; i < 1000; i++) {
      hub.lookAfter(hub.waiter("key-" + i));
    }
    assertThat(store.watches).hasSize(1);
  }

  @Test
  void aWaiterThatComesAsTheLastOneLeavesHearsEvents() throws Exception {
    put("PENDING");
    hub.lookAfter(hub.waiter("other"));
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> comings =
        CompletableFuture.runAsync(
            () -> {
              while (!over.get()) {
                hub.waiter("a").close();
              }
            },
            OpeningWatchesTest.THREAD);
    try {
      for (int round = 0; round < 100_000; round++) {
        try (Waiter<Entry> waiter = hub.waiter("a")) {
          store.lastWatch().changed(new Entry("a", "2", "AVAILABLE"));
          assertThat(
                  waiter.await(
                      Duration.ofSeconds(1), store::get, until("AVAILABLE"), e -> true, t -> {}))
              .as("round %d", round)
              .contains("AVAILABLE");
        }
      }
    } finally {
      over.set(true);
    }
    comings.get(30, TimeUnit.SECONDS);
  }

  @Test
  void aBackendInTroubleOnlyDelays() throws InterruptedException {
    AtomicInteger troubles = new AtomicInteger();
    AtomicInteger reads = new AtomicInteger();
    try (Waiter<Entry> waiter = hub.waiter("a")) {
      Optional<String> seen =
          waiter.await(
              Duration.ofSeconds(60),
              key -> {
                if (reads.incrementAndGet() < 3) {
                  throw new UnavailableException(Problem.tried("read"));
                }
                return Optional.of(new Entry("a", "1", "AVAILABLE"));
              },
              until("AVAILABLE"),
              event -> true,
              trouble -> troubles.incrementAndGet());
      assertThat(seen).contains("AVAILABLE");
    }
    assertThat(troubles).hasValue(2);
  }

  @Test
  void aStepOfUnknownOutcomeOnlyDelays() throws InterruptedException {
    AtomicInteger reads = new AtomicInteger();
    try (Waiter<Entry> waiter = hub.waiter("a")) {
      Optional<String> seen =
          waiter.await(
              Duration.ofSeconds(60),
              key -> {
                if (reads.incrementAndGet() == 1) {
                  throw new OutcomeUnknownException(Problem.tried("change"));
                }
                return Optional.of(new Entry("a", "1", "AVAILABLE"));
              },
              until("AVAILABLE"),
              event -> true,
              trouble -> {});
      assertThat(seen).contains("AVAILABLE");
    }
  }

  @Test
  void aWatchThatCannotBeOpenedOnlyDelays() throws InterruptedException {
    put("PENDING");
    store.watchable = false;
    pacer.at(Duration.ofSeconds(12), () -> put("AVAILABLE"));

    assertThat(await(Duration.ofSeconds(60), "AVAILABLE")).contains("AVAILABLE");
    assertThat(pacer.nanos()).isEqualTo(Duration.ofSeconds(20).toNanos());
  }

  @Test
  void aServerThatEndsEveryWatchAtOnceIsNotAskedAllTheTime() throws InterruptedException {
    put("PENDING");
    store.onWatch = listener -> listener.closed(new IllegalStateException("no watches here"));

    assertThat(await(Duration.ofSeconds(59), "AVAILABLE")).isEmpty();
    assertThat(store.watches).hasSizeLessThanOrEqualTo(8);
    assertThat(store.gets).isLessThanOrEqualTo(16);
  }

  @Test
  void aRefusalEndsTheWaitAtOnce() {
    try (Waiter<Entry> waiter = hub.waiter("a")) {
      assertThatThrownBy(
              () ->
                  waiter.await(
                      Duration.ofSeconds(60),
                      key -> {
                        throw new AccessDeniedException(Problem.tried("read"));
                      },
                      until("AVAILABLE"),
                      event -> true,
                      trouble -> {}))
          .isInstanceOf(AccessDeniedException.class);
    }
    assertThat(pacer.nanos()).isZero();
  }
}
