package dev.mooring.internal.sized;

import dev.mooring.error.FailedException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnsupportedException;
import dev.mooring.internal.operation.Subject;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.Advice;
import dev.mooring.internal.volume.Settling;
import dev.mooring.internal.volume.VolumeSteps;
import dev.mooring.internal.volume.VolumeView;
import dev.mooring.internal.watch.WatchHub;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.operation.Progress;
import dev.mooring.sized.SizedVolume;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A volume as the subject of its creation and deletion. */
abstract class VolumeSubject<T> implements Subject<VolumeRecord, T> {
  final Sessions sessions;
  final RegionSession session;
  final VolumeRecord first;
  private final OperationRecord started;

  VolumeSubject(
      Sessions sessions, RegionSession session, VolumeRecord first, OperationRecord started) {
    this.sessions = sessions;
    this.session = session;
    this.first = first;
    this.started = started;
  }

  SizedKind<?> type() {
    return SizedKind.of(first.spec().kind());
  }

  OperationId operationId() {
    return started.id();
  }

  @Override
  public String key() {
    return first.key();
  }

  @Override
  public WatchHub<VolumeRecord> hub() {
    return session.volumeHub();
  }

  @Override
  public Optional<VolumeRecord> read() {
    return mine(session.volumes().get(key()).flatMap(r -> VolumeSteps.help(session, r)));
  }

  /** The record, unless it is that of a later volume of the name. */
  Optional<VolumeRecord> mine(Optional<VolumeRecord> found) {
    return found.filter(r -> r.spec().id().equals(first.spec().id()));
  }

  @Override
  public @Nullable OperationRecord state(Optional<VolumeRecord> found) {
    Optional<VolumeRecord> record = mine(found);
    if (record.isEmpty()) {
      return gone(started);
    }
    return record
        .get()
        .operation(started.id())
        .map(o -> Settling.effective(record.get(), o))
        .orElse(record.get().deleting() ? started : null);
  }

  /**
   * An operation that is recorded as ended stays so, and what was available once was created. A
   * volume of another id may be an earlier one of the name, and a failure may have been overcome.
   */
  @Override
  public boolean credible(VolumeRecord event) {
    Optional<OperationRecord> recorded =
        mine(Optional.of(event)).flatMap(r -> r.operation(started.id()));
    if (recorded.isEmpty()) {
      return false;
    }
    OperationRecord effective = Settling.effective(event, recorded.get());
    return !recorded.get().running()
        || effective.running()
        || (effective.state() == OperationState.SUCCEEDED
            && event.provisioned().state() == ProvisioningState.AVAILABLE);
  }

  /** The volume as it is now, or was last. */
  <V extends SizedVolume<V>> V handle(SizedKind<V> kind, Optional<VolumeRecord> record) {
    return kind.handle(sessions, session, VolumeView.unhelped(session, mine(record).orElse(first)));
  }

  /** An operation that has no sense without its volume. */
  OperationRecord cancelled(OperationRecord operation, Instant at) {
    return operation.ended(OperationState.CANCELLED, at, "the " + type().noun() + " was deleted");
  }

  /** The operation once the volume is gone. */
  abstract OperationRecord gone(OperationRecord operation);

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
    String why =
        reason(record)
            .map(r -> ": " + r.reason() + (r.raw().isEmpty() ? "" : ", " + r.raw()))
            .orElse("");
    double fraction =
        switch (provisioned.state()) {
          case PENDING -> 0.1;
          case PROVISIONING, DELETING -> 0.5;
          default -> operation.type() == OperationType.DELETE ? 0.1 : 1.0;
        };
    return new Progress(fraction, state + why);
  }

  private static boolean waitingForUsers(OperationRecord deletion) {
    return !VolumeSteps.committed(deletion);
  }

  @Override
  public Optional<StatusReason> reason(Optional<VolumeRecord> record) {
    return mine(record).flatMap(r -> Advice.of(session, r, sessions.configuration().timeouts()));
  }

  @Override
  public StorageException failure(OperationRecord operation, Optional<VolumeRecord> record) {
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
  public Problem problem() {
    return Problem.tried(started.type().word()).on(first.resource()).in(session.name());
  }

  @Override
  public void cancel(OperationRecord operation) {
    throw new UnsupportedException(
        problem()
            .because("a running " + operation.type().word() + " cannot be cancelled")
            .hint("wait for its end"),
        "CANCEL");
  }

  /** The creation of a volume. */
  static final class Creation extends VolumeSubject<SizedVolume<?>> {
    Creation(
        Sessions sessions, RegionSession session, VolumeRecord first, OperationRecord started) {
      super(sessions, session, first, started);
    }

    @Override
    OperationRecord gone(OperationRecord operation) {
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
    OperationRecord gone(OperationRecord operation) {
      return operation.running() ? cancelled(operation, session.now()) : operation;
    }

    @Override
    public SizedVolume<?> result(Optional<VolumeRecord> record) {
      return handle(type(), record);
    }
  }

  /** The deletion of a volume. */
  static final class Deletion extends VolumeSubject<VolumeId> {
    Deletion(
        Sessions sessions, RegionSession session, VolumeRecord first, OperationRecord started) {
      super(sessions, session, first, started);
    }

    @Override
    OperationRecord gone(OperationRecord operation) {
      return operation.running()
          ? operation.ended(OperationState.SUCCEEDED, session.now(), "")
          : operation;
    }

    @Override
    public VolumeId result(Optional<VolumeRecord> record) {
      return first.spec().id();
    }
  }

  /** The growth of a volume. */
  static final class Growth<V extends SizedVolume<V>> extends VolumeSubject<V> {
    private final SizedKind<V> kind;

    Growth(
        SizedKind<V> kind,
        Sessions sessions,
        RegionSession session,
        VolumeRecord first,
        OperationRecord started) {
      super(sessions, session, first, started);
      this.kind = kind;
    }

    @Override
    OperationRecord gone(OperationRecord operation) {
      return operation.running() ? cancelled(operation, session.now()) : operation;
    }

    @Override
    public Progress progress(OperationRecord operation, Optional<VolumeRecord> found) {
      if (!operation.running()) {
        return new Progress(1, operation.state() == OperationState.SUCCEEDED ? "done" : "ended");
      }
      String why = reason(found).map(StatusReason::raw).filter(raw -> !raw.isEmpty()).orElse("");
      return new Progress(0.5, "RESIZING" + (why.isEmpty() ? "" : ": " + why));
    }

    @Override
    public V result(Optional<VolumeRecord> record) {
      return handle(kind, record);
    }
  }
}
