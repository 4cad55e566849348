package dev.mooring.internal.sized;

import dev.mooring.error.Problem;
import dev.mooring.internal.operation.RecordSubject;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.Advice;
import dev.mooring.internal.volume.Settling;
import dev.mooring.internal.volume.VolumeSteps;
import dev.mooring.internal.volume.VolumeView;
import dev.mooring.internal.watch.WatchHub;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.operation.Progress;
import dev.mooring.sized.SizedVolume;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.StatusReason;
import java.time.Instant;
import java.util.Optional;

/** A volume as the subject of its operations: creation, deletion, growth, shares and the rest. */
abstract class VolumeSubject<T> extends RecordSubject<VolumeRecord, T> {
  VolumeSubject(
      Sessions sessions, RegionSession session, VolumeRecord first, OperationRecord started) {
    super(sessions, session, first, started);
  }

  SizedKind<?> type() {
    return SizedKind.of(first.spec().kind());
  }

  @Override
  public WatchHub<VolumeRecord> hub() {
    return session.volumeHub();
  }

  @Override
  public Optional<VolumeRecord> read() {
    return mine(session.volumes().get(key()).flatMap(r -> VolumeSteps.help(session, r)));
  }

  @Override
  protected boolean same(VolumeRecord record) {
    return record.spec().id().equals(first.spec().id());
  }

  @Override
  protected boolean going(VolumeRecord record) {
    return record.deleting();
  }

  @Override
  protected OperationRecord effective(VolumeRecord record, OperationRecord operation) {
    return Settling.effective(record, operation);
  }

  @Override
  protected boolean lasting(VolumeRecord record) {
    return record.provisioned().state() == ProvisioningState.AVAILABLE;
  }

  /** The volume as it is now, or was last. */
  <V extends SizedVolume<V>> V handle(SizedKind<V> kind, Optional<VolumeRecord> record) {
    return kind.handle(sessions, session, VolumeView.unhelped(session, mine(record).orElse(first)));
  }

  /** An operation that has no sense without its volume. */
  OperationRecord cancelled(OperationRecord operation, Instant at) {
    return operation.ended(OperationState.CANCELLED, at, "the " + type().noun() + " was deleted");
  }

  @Override
  public Progress progress(OperationRecord operation, Optional<VolumeRecord> found) {
    if (operation.state() == OperationState.SUCCEEDED) {
      return new Progress(1, "done");
    }
    Optional<VolumeRecord> record = mine(found);
    if (record.isEmpty()) {
      return new Progress(1, operation.state().name());
    }
    Provisioned provisioned = record.get().provisioned();
    String state =
        operation.type() == OperationType.DELETE
            ? waitingForUsers(operation) ? "waiting for its users" : "DELETING"
            : provisioned.state().name();
    double fraction =
        switch (provisioned.state()) {
          case PENDING -> 0.1;
          case PROVISIONING, DELETING -> 0.5;
          default -> operation.type() == OperationType.DELETE ? 0.1 : 1.0;
        };
    return new Progress(fraction, state + why(record));
  }

  private static boolean waitingForUsers(OperationRecord deletion) {
    return !VolumeSteps.committed(deletion);
  }

  @Override
  public Optional<StatusReason> reason(Optional<VolumeRecord> record) {
    return mine(record).flatMap(r -> Advice.of(session, r, sessions.configuration().timeouts()));
  }

  @Override
  public Problem problem() {
    return Problem.tried(started.type().word()).on(first.resource()).in(session.name());
  }

  /** The creation of a volume. */
  static final class Creation extends VolumeSubject<SizedVolume<?>> {
    Creation(
        Sessions sessions, RegionSession session, VolumeRecord first, OperationRecord started) {
      super(sessions, session, first, started);
    }

    @Override
    protected OperationRecord gone(OperationRecord operation) {
      return cancelled(operation, operation.startedAt());
    }

    @Override
    public SizedVolume<?> result(Optional<VolumeRecord> record) {
      return handle(type(), record);
    }

    @Override
    public void cancel(OperationRecord operation) {
      new VolumeDeletion(sessions, session).delete(first, VolumeDeletion.Mode.PURGE);
    }
  }

  /** An operation that only whoever began it knows how to end: it is told, and never cancelled. */
  static final class Other extends VolumeSubject<SizedVolume<?>> {
    Other(Sessions sessions, RegionSession session, VolumeRecord first, OperationRecord started) {
      super(sessions, session, first, started);
    }

    @Override
    protected OperationRecord gone(OperationRecord operation) {
      return operation.running() ? cancelled(operation, session.now()) : operation;
    }

    @Override
    public SizedVolume<?> result(Optional<VolumeRecord> record) {
      return handle(type(), record);
    }
  }
}
