package dev.mooring.internal.snapshot;

import dev.mooring.error.FailedException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnsupportedException;
import dev.mooring.internal.operation.RecordOperation;
import dev.mooring.internal.operation.Subject;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.watch.WatchHub;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.operation.Progress;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.snapshot.SnapshotId;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A snapshot as the subject of its taking and deletion. */
abstract class SnapshotSubject<T> implements Subject<SnapshotRecord, T> {
  final Sessions sessions;
  final RegionSession session;
  final SnapshotRecord first;
  private final OperationRecord started;

  SnapshotSubject(
      Sessions sessions, RegionSession session, SnapshotRecord first, OperationRecord started) {
    this.sessions = sessions;
    this.session = session;
    this.first = first;
    this.started = started;
  }

  /** The operation with this subject. */
  final Operation<T> operation(Optional<SnapshotRecord> record) {
    OperationRecord now =
        record.map(r -> SnapshotSteps.effective(r, started)).orElseGet(() -> started);
    return new RecordOperation<>(
        this, now, record, sessions.configuration().timeouts().longestWait());
  }

  @Override
  public String key() {
    return first.key();
  }

  @Override
  public WatchHub<SnapshotRecord> hub() {
    return session.snapshotHub();
  }

  @Override
  public Optional<SnapshotRecord> read() {
    return mine(session.snapshots().get(key()).flatMap(r -> SnapshotSteps.help(session, r)));
  }

  private Optional<SnapshotRecord> mine(Optional<SnapshotRecord> found) {
    return found.filter(r -> SnapshotSteps.same(r, first));
  }

  @Override
  public @Nullable OperationRecord state(Optional<SnapshotRecord> found) {
    Optional<SnapshotRecord> record = mine(found);
    if (record.isEmpty()) {
      return gone(started);
    }
    return record
        .get()
        .operation(started.id())
        .map(o -> SnapshotSteps.effective(record.get(), o))
        .orElse(record.get().deleting() ? started : null);
  }

  /** An operation that is recorded as ended stays so, and what was whole once was taken. */
  @Override
  public boolean credible(SnapshotRecord event) {
    Optional<OperationRecord> recorded =
        mine(Optional.of(event)).flatMap(r -> r.operation(started.id()));
    if (recorded.isEmpty()) {
      return false;
    }
    OperationRecord effective = SnapshotSteps.effective(event, recorded.get());
    return !recorded.get().running()
        || effective.running()
        || effective.state() == OperationState.SUCCEEDED;
  }

  /** The operation once the snapshot is gone. */
  abstract OperationRecord gone(OperationRecord operation);

  @Override
  public Progress progress(OperationRecord operation, Optional<SnapshotRecord> found) {
    if (!operation.running()) {
      return new Progress(1, operation.state() == OperationState.SUCCEEDED ? "done" : "ended");
    }
    String why =
        reason(found)
            .map(r -> ": " + r.reason() + (r.raw().isEmpty() ? "" : ", " + r.raw()))
            .orElse("");
    String step = operation.type() == OperationType.DELETE ? "DELETING" : "PENDING";
    return new Progress(0.5, step + why);
  }

  @Override
  public Optional<StatusReason> reason(Optional<SnapshotRecord> record) {
    return mine(record).map(r -> r.provisioned().reason());
  }

  @Override
  public StorageException failure(OperationRecord operation, Optional<SnapshotRecord> record) {
    Reason why = operation.failure() == null ? Reason.UNKNOWN : operation.failure();
    String raw = operation.raw() == null ? "" : operation.raw();
    return new FailedException(
        problem().because(why + (raw.isEmpty() ? "" : ": " + raw)).hint(why.hint()),
        why.name(),
        raw);
  }

  @Override
  public Problem problem() {
    return Problem.tried(started.type() == OperationType.DELETE ? "delete" : "take")
        .on(first.resource() + " of " + first.spec().volume())
        .in(session.name());
  }

  @Override
  public void cancel(OperationRecord operation) {
    throw new UnsupportedException(
        problem()
            .because("the deletion of a snapshot cannot be cancelled")
            .hint("wait for its end"),
        "CANCEL");
  }

  /** The taking of a snapshot. */
  static final class Taking extends SnapshotSubject<Snapshot> {
    Taking(
        Sessions sessions, RegionSession session, SnapshotRecord first, OperationRecord started) {
      super(sessions, session, first, started);
    }

    @Override
    OperationRecord gone(OperationRecord operation) {
      return operation.ended(
          OperationState.CANCELLED, operation.startedAt(), "the snapshot was deleted");
    }

    @Override
    public Snapshot result(Optional<SnapshotRecord> record) {
      return new SnapshotHandle(sessions, session, record.orElse(first));
    }

    @Override
    public void cancel(OperationRecord operation) {
      new SnapshotDeletion(sessions, session).delete(first);
    }
  }

  /** The deletion of a snapshot. */
  static final class Deletion extends SnapshotSubject<SnapshotId> {
    Deletion(
        Sessions sessions, RegionSession session, SnapshotRecord first, OperationRecord started) {
      super(sessions, session, first, started);
    }

    @Override
    OperationRecord gone(OperationRecord operation) {
      return operation.running()
          ? operation.ended(OperationState.SUCCEEDED, session.now(), "")
          : operation;
    }

    @Override
    public SnapshotId result(Optional<SnapshotRecord> record) {
      return first.spec().id();
    }
  }
}
