package dev.mooring.testkit.history;

import dev.mooring.error.ErrorCode;
import dev.mooring.testkit.process.Answer;
import dev.mooring.testkit.process.ClientProcess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Runs schedules with several processes, two clients each, and records what came of it. */
final class HistoryRunner implements AutoCloseable {
  private static final int PROCESSES = 3;
  private static final int CLIENTS_OF_EACH = 2;
  static final int CLIENTS = PROCESSES * CLIENTS_OF_EACH;

  private static final long LIMIT_SECONDS = 240;
  private static final long FIRST_GUESS_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Spares spares;
  private final List<Slot> slots = new ArrayList<>();
  private final Consumer<String> crash;
  private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

  /** How long an act of a kind takes, so that kills hit the middle of it on every backend. */
  private final Map<Act.Kind, Long> usual = new ConcurrentHashMap<>();

  /**
   * Starts the processes.
   *
   * @param crash ends an instance behind the SDK's back
   */
  HistoryRunner(Spares spares, Consumer<String> crash) {
    this.spares = spares;
    this.crash = crash;
    for (int i = 0; i < PROCESSES; i++) {
      slots.add(new Slot(spares));
    }
  }

  /** The clock and the operations of one history. */
  private static final class Recorder {
    private final AtomicLong time = new AtomicLong();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Queue<Recorded<Act, Answer>> operations = new ConcurrentLinkedQueue<>();

    long now() {
      return time.incrementAndGet();
    }

    void add(String client, Act act, Answer answer, long began) {
      boolean lost = answer instanceof Answer.Lost || goesOn(act, answer);
      operations.add(
          new Recorded<>(
              numbers.incrementAndGet(),
              client,
              act,
              lost ? Optional.empty() : Optional.of(answer),
              began,
              lost ? Recorded.NEVER : now()));
    }
  }

  /** Whether a detachment waits on for an instance: it may end at any time, as if cut off. */
  private static boolean goesOn(Act act, Answer answer) {
    return act.kind() == Act.Kind.DETACH
        && answer instanceof Answer.Refused refused
        && refused.code() == ErrorCode.TIMEOUT;
  }

  /** Runs a schedule; then one recovers, and reads each drive. */
  List<Recorded<Act, Answer>> run(Schedule schedule) {
    Recorder recorder = new Recorder();
    List<Future<?>> clients = new ArrayList<>();
    for (int i = 0; i < schedule.scripts().size(); i++) {
      Slot slot = slots.get(i % PROCESSES);
      List<Schedule.Step> script = schedule.scripts().get(i);
      clients.add(threads.submit(() -> script.forEach(step -> perform(recorder, slot, step))));
    }
    clients.forEach(HistoryRunner::await);
    Slot last = slots.get(0);
    for (String drive : schedule.drives()) {
      perform(recorder, last, new Schedule.Step(new Act(Act.Kind.RECOVER, drive, "", 0), 0));
      perform(recorder, last, new Schedule.Step(new Act(Act.Kind.READ, drive, "", 0), 0));
    }
    return recorder.operations.stream().sorted(Comparator.comparingLong(Recorded::began)).toList();
  }

  private void perform(Recorder recorder, Slot slot, Schedule.Step step) {
    Act act = step.act();
    long began = recorder.now();
    if (act.command().isEmpty()) {
      Instant start = Instant.now();
      crash.accept(act.instance());
      recorder.add("platform", act, new Answer.Done(start, Instant.now(), List.of()), began);
      return;
    }
    ClientProcess process = slot.process();
    long start = System.nanoTime();
    CompletableFuture<Answer> answer = process.send(act.command().get());
    if (step.kill() > 0) {
      LockSupport.parkNanos(
          (long) (step.kill() * usual.getOrDefault(act.kind(), FIRST_GUESS_NANOS)));
      slot.kill(process);
    }
    Answer got = await(answer, act);
    recorder.add("pid " + process.pid(), act, got, began);
    if (got instanceof Answer.Done) {
      usual.merge(act.kind(), System.nanoTime() - start, (old, now) -> (3 * old + now) / 4);
    }
  }

  private static Answer await(CompletableFuture<Answer> answer, Act act) {
    try {
      return ClientProcess.await(answer);
    } catch (AssertionError e) {
      throw new Unanswered(act, e);
    }
  }

  private static void await(Future<?> client) {
    try {
      client.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("a client of the history failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    spares.close();
  }
}
