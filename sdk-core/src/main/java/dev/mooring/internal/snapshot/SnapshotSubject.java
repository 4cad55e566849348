package dev.mooring.internal.snapshot;

import dev.mooring.error.Problem;
import dev.mooring.internal.operation.RecordOperation;
import dev.mooring.internal.operation.RecordSubject;
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
import dev.mooring.volume.StatusReason;
import java.util.Optional;

/** A snapshot as the subject of its taking and deletion. */
abstract class SnapshotSubject<T> extends RecordSubject<SnapshotRecord, T> {
  SnapshotSubject(
      Sessions sessions, RegionSession session, SnapshotRecord first, OperationRecord started) {
    super(sessions, session, first, started);
  }

  /** The operation with this subject. */
  final Operation<T> operation(Optional<SnapshotRecord> record) {
    OperationRecord now =
        record.map(r -> SnapshotSteps.effective(r, started)).orElseGet(() -> started);
    return new RecordOperation<>(
        this, now, record, sessions.configuration().timeouts().longestWait());
  }

  @Override
  public WatchHub<SnapshotRecord> hub() {
    return session.snapshotHub();
  }

  @Override
  public Optional<SnapshotRecord> read() {
    return mine(session.snapshots().get(key()).flatMap(r -> SnapshotSteps.help(session, r)));
  }

  @Override
  protected boolean same(SnapshotRecord record) {
    return SnapshotSteps.same(record, first);
  }

  @Override
  protected boolean going(SnapshotRecord record) {
    return record.deleting();
  }

  @Override
  protected OperationRecord effective(SnapshotRecord record, OperationRecord operation) {
    return SnapshotSteps.effective(record, operation);
  }

  @Override
  public Progress progress(OperationRecord operation, Optional<SnapshotRecord> found) {
    if (!operation.running()) {
      return new Progress(1, operation.state() == OperationState.SUCCEEDED ? "done" : "ended");
    }
    String step = operation.type() == OperationType.DELETE ? "DELETING" : "PENDING";
    return new Progress(0.5, step + why(found));
  }

  @Override
  public Optional<StatusReason> reason(Optional<SnapshotRecord> record) {
    return mine(record).map(r -> r.provisioned().reason());
  }

  @Override
  public Problem problem() {
    return Problem.tried(started.type() == OperationType.DELETE ? "delete" : "take")
        .on(first.resource() + " of " + first.spec().volume())
        .in(session.name());
  }

  /** The taking of a snapshot. */
  static final class Taking extends SnapshotSubject<Snapshot> {
    Taking(
        Sessions sessions, RegionSession session, SnapshotRecord first, OperationRecord started) {
      super(sessions, session, first, started);
    }

    @Override
    protected OperationRecord gone(OperationRecord operation) {
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
    protected OperationRecord gone(OperationRecord operation) {
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
