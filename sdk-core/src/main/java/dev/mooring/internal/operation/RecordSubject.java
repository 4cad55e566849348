package dev.mooring.internal.operation;

import dev.mooring.error.FailedException;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnsupportedException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.operation.OperationState;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.StoredRecord;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is stored in a record of its own, as the subject of an operation that the record keeps. */
public abstract class RecordSubject<R extends StoredRecord, T> implements Subject<R, T> {
  protected final Sessions sessions;
  protected final RegionSession session;

  /** The record as the operation was begun with, or found. */
  protected final R first;

  protected final OperationRecord started;

  protected RecordSubject(
      Sessions sessions, RegionSession session, R first, OperationRecord started) {
    this.sessions = sessions;
    this.session = session;
    this.first = first;
    this.started = started;
  }

  /** Whether a record is of the same thing, and not of a later or earlier one of its name. */
  protected abstract boolean same(R record);

  /** Whether it goes, whatever its record says of operations. */
  protected abstract boolean going(R record);

  /** An operation as the record's state tells it. */
  protected abstract OperationRecord effective(R record, OperationRecord operation);

  /** The operation once the record is gone. */
  protected abstract OperationRecord gone(OperationRecord operation);

  @Override
  public final String key() {
    return first.key();
  }

  /** The record, unless it is that of another thing of the name. */
  protected final Optional<R> mine(Optional<R> found) {
    return found.filter(this::same);
  }

  @Override
  public final @Nullable OperationRecord state(Optional<R> found) {
    Optional<R> record = mine(found);
    if (record.isEmpty()) {
      return gone(started);
    }
    return record
        .get()
        .operation(started.id())
        .map(o -> effective(record.get(), o))
        .orElse(going(record.get()) ? started : null);
  }

  /**
   * An operation that is recorded as ended stays so, and what was there once was made. A record of
   * another thing may be an earlier one of the name, and a failure may have been overcome. One that
   * goes on by a step of who looks takes a read, for an event takes none.
   */
  @Override
  public final boolean credible(R event) {
    Optional<OperationRecord> recorded =
        mine(Optional.of(event)).flatMap(r -> r.operation(started.id()));
    if (recorded.isEmpty()) {
      return false;
    }
    OperationRecord effective = effective(event, recorded.get());
    return !recorded.get().running()
        || (effective.running() && !awaitsHelp(event))
        || (effective.state() == OperationState.SUCCEEDED && lasting(event));
  }

  /** Whether there may be something to do for whoever reads the record: an event does nothing. */
  protected boolean awaitsHelp(R record) {
    return false;
  }

  /** Whether what the state of a record tells of its making can no more become untrue. */
  protected boolean lasting(R record) {
    return true;
  }

  @Override
  public StorageException failure(OperationRecord operation, Optional<R> record) {
    Reason why = operation.failure() == null ? Reason.UNKNOWN : operation.failure();
    String raw = operation.raw() == null ? "" : operation.raw();
    return new FailedException(
        problem()
            .because(why + (raw.isEmpty() ? "" : ": " + raw))
            .hint(
                reason(record)
                    .filter(told -> told.reason() == why)
                    .map(StatusReason::hint)
                    .orElseGet(why::hint)),
        why.name(),
        raw);
  }

  @Override
  public void cancel(OperationRecord operation) {
    throw new UnsupportedException(
        problem()
            .because("a running " + operation.type().word() + " cannot be cancelled")
            .hint("wait for its end"),
        "CANCEL");
  }

  /** A reason as it is appended to the step of an operation. */
  protected final String why(Optional<R> record) {
    return reason(record)
        .map(r -> ": " + r.reason() + (r.raw().isEmpty() ? "" : ", " + r.raw()))
        .orElse("");
  }
}
