package dev.mooring.internal.volume;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.VolumeSpec;

/** Operations of volumes as they begin. */
public final class Intents {
  private Intents() {}

  /** A running operation with a new id, by the backend's clock; nothing is stored yet. */
  public static OperationRecord begin(RegionSession session, VolumeSpec spec, OperationType type) {
    OperationId id = OperationId.random(session.name(), spec.kind().word(), spec.name(), type);
    return OperationRecord.start(id, type, session.now());
  }
}
