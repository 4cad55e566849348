package dev.mooring.internal.watch;

import dev.mooring.error.CancelledException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.spi.StoredRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Waits for a record in the caller's thread, and says truthfully how the wait ended. */
public final class Awaiting {
  private Awaiting() {}

  /**
   * Waits until a look is decisive.
   *
   * @param read reads the record, and helps it
   * @param look decides on the record or its absence; throws what ends the wait
   * @param credible whether the look may believe a record that came by an event, which may be older
   *     than what was read before
   * @param timeout makes the error when the limit comes first, from the last failed read if there
   *     was one since the last good one
   * @param <R> the type of record
   * @param <T> the type of the result
   */
  public static <R extends StoredRecord, T> T await(
      WatchHub<R> hub,
      String key,
      Duration limit,
      Problem problem,
      Function<String, Optional<R>> read,
      Function<Optional<R>, Optional<T>> look,
      Predicate<R> credible,
      Function<@Nullable StorageException, StorageException> timeout) {
    AtomicReference<@Nullable StorageException> trouble = new AtomicReference<>();
    try (Waiter<R> waiter = hub.waiter(key)) {
      Optional<T> result =
          waiter.await(
              limit,
              k -> {
                Optional<R> found = read.apply(k);
                trouble.set(null);
                return found;
              },
              look,
              credible,
              trouble::set);
      return result.orElseThrow(() -> timeout.apply(trouble.get()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(
          problem
              .because("the waiting thread was interrupted")
              .hint("the work goes on: find it again by its operation id")
              .cause(e));
    }
  }
}
