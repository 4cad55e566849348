package dev.mooring.internal.watch;

import dev.mooring.error.OutcomeUnknownException;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnavailableException;
import dev.mooring.spi.StoredRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Waits for one record. It looks at what the shared watch brings, and reads the record itself at
 * the start, every 10 s and after a gap, so that a lost event delays it but never hangs it. The
 * watch may be behind what was read already, so an event is a hint: what it says is believed only
 * if it is true however old it is, and else makes the waiter read.
 */
public final class Waiter<R extends StoredRecord> implements AutoCloseable {
  static final Duration READ_EVERY = Duration.ofSeconds(10);

  /** What is gone and not done with brings no event: it is read soon, then ever more seldom. */
  private static final Duration GONE_READ_AFTER = Duration.ofMillis(100);

  /** What the queue carries: a record as it changed, or the wish to read it. */
  private record Signal<R>(@Nullable R record) {}

  private final WatchHub<R> hub;
  private final String key;
  private final Pacer pacer;
  private final BlockingQueue<Signal<R>> signals = new LinkedBlockingQueue<>();

  Waiter(WatchHub<R> hub, String key, Pacer pacer) {
    this.hub = hub;
    this.key = key;
    this.pacer = pacer;
  }

  String key() {
    return key;
  }

  void changed(R record) {
    signals.add(new Signal<>(record));
  }

  void lookAgain() {
    signals.add(new Signal<>(null));
  }

  /**
   * Waits until a look is decisive.
   *
   * @param limit the longest to wait
   * @param read reads the record itself, and helps it; that the backend is unavailable, or the
   *     outcome of a step unknown, only delays; anything else ends the wait
   * @param look decides on a record, or on its absence: a result, or empty to go on
   * @param credible whether the look may believe a record that came by an event, although a newer
   *     one may have been read before; asked only once a read has succeeded
   * @param trouble hears of every failed read, and of a watch that cannot be opened
   * @return the result; empty when the limit came first
   * @throws InterruptedException when the thread was interrupted
   */
  public <T> Optional<T> await(
      Duration limit,
      Function<String, Optional<R>> read,
      Function<Optional<R>, Optional<T>> look,
      Predicate<R> credible,
      Consumer<StorageException> trouble)
      throws InterruptedException {
    long start = pacer.nanos();
    Optional<R> seen = Optional.empty();
    boolean mustRead = true;
    boolean everRead = false;
    Duration pause = GONE_READ_AFTER;
    while (true) {
      try {
        if (mustRead) {
          lookAfterWatch(trouble);
          seen = read.apply(key);
          everRead = true;
        }
        Optional<T> result = look.apply(seen);
        if (result.isPresent()) {
          return result;
        }
      } catch (UnavailableException | OutcomeUnknownException e) {
        // The next look sees what became of it.
        trouble.accept(e);
      }
      Duration left = limit.minusNanos(pacer.nanos() - start);
      if (left.isNegative() || left.isZero()) {
        return Optional.empty();
      }
      boolean gone = everRead && seen.isEmpty();
      Duration next = gone ? pause : READ_EVERY;
      pause = gone ? shorter(pause.multipliedBy(2), READ_EVERY) : GONE_READ_AFTER;
      Signal<R> signal = pacer.poll(signals, shorter(left, next));
      Signal<R> newer = signals.poll();
      while (newer != null) {
        signal = newer;
        newer = signals.poll();
      }
      R record = signal == null ? null : signal.record();
      mustRead = record == null || !everRead || !credible.test(record);
      if (record != null && !mustRead) {
        seen = Optional.of(record);
      }
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Without its watch a wait still reads. */
  private void lookAfterWatch(Consumer<StorageException> trouble) {
    try {
      hub.lookAfter(this);
    } catch (UnavailableException e) {
      trouble.accept(e);
    }
  }

  @Override
  public void close() {
    hub.remove(this);
  }
}
