package dev.mooring.testkit.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.testkit.Aside;
import dev.mooring.testkit.junit.Sentences;
import dev.mooring.testkit.process.Answer;
import dev.mooring.testkit.process.ClientProcess;
import dev.mooring.testkit.process.SharedAccount;
import dev.mooring.testkit.process.SharedFixture;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

/**
 * Several processes create, attach, detach, start, stop and delete at random, some are killed, and
 * instances crash; then a checker looks for an order that explains all that was answered: per name
 * at most one live drive, per drive one holder. What was cut off by a kill may have happened, or
 * not. A history that nothing explains is shown with its seed, as short as it can be told. A
 * backend's test extends it:
 *
 * <pre>{@code
 * class MyHistoryTest extends HistorySuite {
 *   @AutoClose private static final SharedFixture FIXTURE = new MyFixture();
 *
 *   @Override
 *   protected SharedFixture fixture() {
 *     return FIXTURE;
 *   }
 *
 *   @Override
 *   protected int histories() {
 *     return Figures.of(50, 1000);
 *   }
 * }
 * }</pre>
 */
@DisplayNameGeneration(Sentences.class)
public abstract class HistorySuite {
  private static final int STEPS = 6;

  /** After so many faults there is no need for more. */
  private static final int MOST_FAULTS = 3;

  /** Until the broken claim is caught: it takes one or two. */
  private static final int MOST_BROKEN = 200;

  /** So many of them may get stuck before one is caught. */
  private static final int MOST_STUCK = 3;

  /** For subclasses. */
  protected HistorySuite() {}

  /** The backend under test; the same for all tests. */
  protected abstract SharedFixture fixture();

  /** How many histories are run. */
  protected abstract int histories();

  /** The seed of the first history; those after it have the seeds after. */
  protected long firstSeed() {
    return Long.getLong("mooring.seed", 1);
  }

  /** How many histories run at once, each in an account of its own: 1, unless it mostly waits. */
  protected int lanes() {
    return 1;
  }

  @Test
  void anOrderExplainsEveryHistory() {
    Sums sums = new Sums();
    AtomicInteger next = new AtomicInteger();
    Queue<String> faults = new ConcurrentLinkedQueue<>();
    List<CompletableFuture<Void>> lanes =
        Stream.generate(() -> Aside.run(() -> lane(next, sums, faults))).limit(lanes()).toList();
    try {
      CompletableFuture.allOf(lanes.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new AssertionError("a history failed: " + cause.getMessage(), cause);
    }
    assertThat(faults).isEmpty();
    sums.report(getClass().getSimpleName());
  }

  /** When one fails, the others end the history that they are at: nobody cuts it off. */
  private void lane(AtomicInteger next, Sums sums, Queue<String> faults) {
    try {
      runFrom(next, sums, faults);
    } catch (RuntimeException | Error e) {
      next.set(histories());
      throw e;
    }
  }

  /** Runs those that no other lane runs. */
  private void runFrom(AtomicInteger next, Sums sums, Queue<String> faults) {
    try (SharedAccount account = SharedAccount.in(fixture());
        HistoryRunner runner = runner(account, account::process)) {
      for (int i = next.getAndIncrement();
          i < histories() && faults.size() < MOST_FAULTS;
          i = next.getAndIncrement()) {
        Schedule schedule = Schedule.of(firstSeed() + i, HistoryRunner.CLIENTS, STEPS);
        List<Recorded<Act, Answer>> history = runner.run(schedule);
        sums.add(history);
        Verdict.of(schedule, history).ifPresent(faults::add);
        account.clean();
        account.assertEmpty();
      }
    }
  }

  /** The checker's own proof: claims that are taken without compare-and-swap do not pass it. */
  @Test
  void aClaimWithoutCompareAndSwapIsCaught() {
    Optional<String> fault = Optional.empty();
    AtomicInteger tried = new AtomicInteger();
    for (int stuck = 0; fault.isEmpty() && stuck < MOST_STUCK; stuck++) {
      fault = faultWithoutSwap(tried);
    }
    assertThat(fault).as("the fault of %s histories without compare-and-swap", tried).isPresent();
    System.out.printf(
        "Histories, %s: without compare-and-swap caught in history %d, %s%n",
        getClass().getSimpleName(), tried.get(), fault.get());
  }

  /**
   * Runs broken histories until one is caught; empty when one is stuck, for two that hold a drive
   * may wait for each other as long as both live.
   */
  private Optional<String> faultWithoutSwap(AtomicInteger tried) {
    try (SharedAccount account = SharedAccount.in(fixture())) {
      try (HistoryRunner runner = runner(account, () -> broken(account))) {
        Optional<String> fault = Optional.empty();
        while (fault.isEmpty() && tried.get() < MOST_BROKEN) {
          long seed = firstSeed() + tried.getAndIncrement();
          Schedule schedule = Schedule.of(seed, HistoryRunner.CLIENTS, STEPS);
          fault = Verdict.of(schedule, runner.run(schedule));
          account.clean();
        }
        return fault;
      } catch (AssertionError e) {
        Unanswered stuck = Unanswered.in(e).orElseThrow(() -> e);
        System.out.println("a history without compare-and-swap is stuck: " + stuck.getMessage());
        account.clean();
        return Optional.empty();
      }
    }
  }

  private ClientProcess broken(SharedAccount account) {
    return ClientProcess.start(fixture().configuration(), account.name(), LastWriterWins.class);
  }

  private HistoryRunner runner(SharedAccount account, Supplier<ClientProcess> start) {
    return new HistoryRunner(
        new Spares(start), instance -> fixture().killInstance(account.client(), instance));
  }
}
