package dev.mooring.internal.sized;

import dev.mooring.filesystem.Share;
import dev.mooring.internal.operation.RecordOperation;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.ShareSteps;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.operation.Progress;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.ShareRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.StatusReason;
import java.util.Optional;

/** A share of a volume as the subject of its making and its revocation. */
final class ShareSubject extends VolumeSubject<Share> {
  private final ShareRecord share;

  ShareSubject(
      Sessions sessions,
      RegionSession session,
      VolumeRecord first,
      ShareRecord share,
      OperationRecord started) {
    super(sessions, session, first, started);
    this.share = share;
  }

  Operation<Share> operation() {
    return new RecordOperation<>(
        this, started, Optional.of(first), sessions.configuration().timeouts().longestWait());
  }

  @Override
  public Optional<VolumeRecord> read() {
    return mine(session.volumes().get(key()).flatMap(r -> ShareSteps.help(session, r)));
  }

  @Override
  protected OperationRecord gone(OperationRecord operation) {
    return operation.running() ? cancelled(operation, session.now()) : operation;
  }

  @Override
  public Progress progress(OperationRecord operation, Optional<VolumeRecord> found) {
    if (!operation.running()) {
      return new Progress(1, operation.state() == OperationState.SUCCEEDED ? "done" : "ended");
    }
    return new Progress(
        0.5,
        operation.type() == OperationType.SHARE
            ? "making " + share.place()
            : "revoking " + share.place() + ": a pod that mounts it keeps it");
  }

  /** What the volume waits for is another thing. */
  @Override
  public Optional<StatusReason> reason(Optional<VolumeRecord> record) {
    return Optional.empty();
  }

  @Override
  public Share result(Optional<VolumeRecord> found) {
    VolumeRecord record = mine(found).orElse(first);
    return new ShareHandle(sessions, session, record, record.share(share.id()).orElse(share));
  }

  @Override
  public void cancel(OperationRecord operation) {
    if (operation.type() == OperationType.SHARE) {
      Operation<Share> unused = new ShareRevoking(sessions, session, first, share).start();
    } else {
      super.cancel(operation);
    }
  }
}
