package dev.mooring.internal.volume;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.VolumeSpec;

/** Operations as they begin. */
public final class Intents {
  private Intents() {}

  /** A running operation with a new id, by the backend's clock; nothing is stored yet. */
  public static OperationRecord begin(RegionSession session, VolumeSpec spec, OperationType type) {
    return begin(session, spec.kind().word(), spec.name(), type);
  }

  /**
   * The same for whatever has operations.
   *
   * @param kind the word of a kind of volume or target, or {@code snapshot}
   * @param name its name; of a snapshot the key of its record
   */
  public static OperationRecord begin(
      RegionSession session, String kind, String name, OperationType type) {
    OperationId id = OperationId.random(session.name(), kind, name, type);
    return OperationRecord.start(id, type, session.now());
  }
}
