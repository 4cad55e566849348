package dev.mooring.internal.sized;

import dev.mooring.error.StorageException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.Fates;
import dev.mooring.internal.volume.VolumeSteps;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.Progress;
import dev.mooring.operation.Warning;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.Remains;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeId;
import java.util.List;
import java.util.Optional;

/**
 * The deletion of a volume. That its record is gone is not believed to be the end: it has ended
 * once the backend shows nothing of its bytes either, or says that they stay.
 */
final class DeletionSubject extends VolumeSubject<VolumeId> {
  /** Whether it is given back: then its bytes are there for good, and nobody waits for them. */
  private final boolean releases;

  /** The record as it was seen last, which tells where the bytes are. */
  private volatile VolumeRecord last;

  private volatile Remains remains = Remains.nothing();

  DeletionSubject(
      Sessions sessions, RegionSession session, VolumeRecord first, OperationRecord started) {
    super(sessions, session, first, started);
    this.releases = started.passed(VolumeSteps.RELEASE);
    this.last = first;
  }

  @Override
  public Optional<VolumeRecord> read() {
    Optional<VolumeRecord> found = super.read();
    found.ifPresentOrElse(record -> last = record, this::look);
    return found;
  }

  /** A backend may take a while to let a record go: then its waiter is who sees it. */
  private void look() {
    session.gone(last);
    remains = releases ? Remains.nothing() : Fates.of(session, last);
  }

  @Override
  protected OperationRecord gone(OperationRecord operation) {
    if (!operation.running() || remains.going()) {
      return operation;
    }
    String words = remains.fate() == Remains.Fate.NOTHING ? "" : Fates.words(remains);
    return operation.ended(OperationState.SUCCEEDED, session.now(), words);
  }

  @Override
  public Progress progress(OperationRecord operation, Optional<VolumeRecord> found) {
    return operation.running() && mine(found).isEmpty() && remains.going()
        ? new Progress(0.9, "waiting for " + remains.place() + why(found))
        : super.progress(operation, found);
  }

  @Override
  public Optional<StatusReason> reason(Optional<VolumeRecord> record) {
    return mine(record).isEmpty() && remains.going()
        ? Optional.of(
            new StatusReason(
                Reason.IN_PROGRESS,
                remains.words().isEmpty() ? remains.place() + " is there" : remains.words(),
                session.now(),
                "the volume is deleted, and its name free: only its bytes are not gone yet"))
        : super.reason(record);
  }

  @Override
  public List<Warning> warnings() {
    return Fates.warning(first, remains).stream().toList();
  }

  @Override
  public VolumeId result(Optional<VolumeRecord> record) {
    return first.spec().id();
  }

  @Override
  public StorageException failure(OperationRecord operation, Optional<VolumeRecord> record) {
    return operation.failure() == Reason.PROTECTED
        ? VolumeProtection.refusal(session, mine(record).orElse(last), "delete")
        : super.failure(operation, record);
  }
}
