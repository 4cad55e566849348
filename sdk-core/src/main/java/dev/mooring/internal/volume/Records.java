package dev.mooring.internal.volume;

import dev.mooring.error.ConflictException;
import dev.mooring.error.Problem;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StoredRecord;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Read, decide, compare-and-swap; and again when somebody else was faster. A controller's edit
 * makes a swap fail as well, so only the decision may call something a conflict.
 */
public final class Records {
  private static final int MOST_TRIES = 64;

  private Records() {}

  /**
   * Changes a record.
   *
   * @param first the record as read before, which is tried first
   * @param change decides: the record to store, or empty to leave it as it is
   * @return the record as it is now; empty when it is gone
   */
  public static <R extends StoredRecord> Optional<R> update(
      RecordStore<R> store, R first, Function<R, Optional<R>> change) {
    R current = first;
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Optional<R> wanted = change.apply(current);
      if (wanted.isEmpty()) {
        return Optional.of(current);
      }
      Optional<R> stored = store.swap(wanted.get());
      if (stored.isPresent()) {
        return stored;
      }
      backOff(attempt);
      Optional<R> again = store.get(first.key());
      if (again.isEmpty()) {
        return Optional.empty();
      }
      current = again.get();
    }
    throw new ConflictException(
        Problem.tried("change")
            .on(first.key())
            .because("others changed it " + MOST_TRIES + " times in a row")
            .hint("try again"));
  }

  /** A record, if it is still as it was read before. */
  public static <R extends StoredRecord> Optional<R> unchanged(RecordStore<R> store, R found) {
    return store.get(found.key()).filter(now -> now.version().equals(found.version()));
  }

  /** Lets competing writers drift apart; grows to some 50 ms. */
  private static void backOff(int attempt) {
    if (attempt > 0) {
      long most = Math.min(50, 1L << Math.min(attempt, 6)) * 1_000_000L;
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
    }
  }
}
