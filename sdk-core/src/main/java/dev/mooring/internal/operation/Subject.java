package dev.mooring.internal.operation;

import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.internal.watch.WatchHub;
import dev.mooring.operation.Progress;
import dev.mooring.operation.Warning;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.StoredRecord;
import dev.mooring.volume.StatusReason;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an operation works on, and how its record tells how far it is.
 *
 * @param <R> the type of record
 * @param <T> the type of the result
 */
public interface Subject<R extends StoredRecord, T> {
  /** The record's key. */
  String key();

  /** The shared watch. */
  WatchHub<R> hub();

  /** Reads the record and does what is missing of its operations. */
  Optional<R> read();

  /** The operation as this record, or its absence, tells it; null when nobody remembers it. */
  @Nullable OperationRecord state(Optional<R> record);

  /**
   * Whether what this record tells of the operation is true also when the record is an old one: it
   * came by an event, which may be behind what was read.
   */
  boolean credible(R event);

  /** How far it is. */
  Progress progress(OperationRecord operation, Optional<R> record);

  /** The result of an operation that succeeded. */
  T result(Optional<R> record);

  /** What to know of what was done, as far as it has been seen. */
  default List<Warning> warnings() {
    return List.of();
  }

  /** The error of an operation that failed. */
  StorageException failure(OperationRecord operation, Optional<R> record);

  /** Why it has not ended. */
  Optional<StatusReason> reason(Optional<R> record);

  /** What the operation tries, for errors. */
  Problem problem();

  /** Whether there may be something to cancel, or a refusal to give, of one in this state. */
  default boolean cancellable(OperationRecord operation) {
    return operation.running();
  }

  /** Cancels it. */
  void cancel(OperationRecord operation);
}
