package dev.mooring.internal.sized;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.Growths;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.Progress;
import dev.mooring.sized.SizedVolume;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.VolumeRecord;
import java.util.Optional;

/** The growth of a volume. */
final class GrowthSubject<V extends SizedVolume<V>> extends VolumeSubject<V> {
  private final SizedKind<V> kind;

  GrowthSubject(
      SizedKind<V> kind,
      Sessions sessions,
      RegionSession session,
      VolumeRecord first,
      OperationRecord started) {
    super(sessions, session, first, started);
    this.kind = kind;
  }

  @Override
  protected OperationRecord gone(OperationRecord operation) {
    return operation.running() ? cancelled(operation, session.now()) : operation;
  }

  @Override
  protected boolean awaitsHelp(VolumeRecord record) {
    return Growths.awaitHelp(record);
  }

  @Override
  public Progress progress(OperationRecord operation, Optional<VolumeRecord> found) {
    if (!operation.running()) {
      return new Progress(1, operation.state() == OperationState.SUCCEEDED ? "done" : "ended");
    }
    return Growths.progress(operation, mine(found).orElse(first));
  }

  @Override
  public V result(Optional<VolumeRecord> record) {
    return handle(kind, record);
  }

  /** A growth that failed can be taken back as well, and one that is done is told to be. */
  @Override
  public boolean cancellable(OperationRecord operation) {
    return operation.state() != OperationState.CANCELLED;
  }

  @Override
  public void cancel(OperationRecord operation) {
    GrowthCancellation.cancel(session, first, operation.id(), problem());
  }
}
