package dev.mooring.internal.volume;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.VolumeRecord;
import java.util.Optional;

/**
 * Ends an adoption: the marks of its claim are its only effect, and whether its name is its own is
 * decided where names are reserved.
 */
public final class AdoptionSteps {
  private AdoptionSteps() {}

  /** Whether there is something to do. */
  static boolean missing(VolumeRecord record) {
    return record.running(OperationType.ADOPT).isPresent()
        && record.running(OperationType.DELETE).isEmpty()
        && !record.deleting();
  }

  /** Does it; returns the record as it is then, or empty when it is none any more. */
  public static Optional<VolumeRecord> help(RegionSession session, VolumeRecord first) {
    Optional<VolumeRecord> current = Optional.of(first);
    while (current.isPresent()
        && missing(current.get())
        && current.get().spec().id().equals(first.spec().id())) {
      Optional<VolumeRecord> stored = session.volumes().swap(ended(session, current.get()));
      current = stored.isPresent() ? stored : session.volumes().get(first.key());
    }
    return current;
  }

  private static VolumeRecord ended(RegionSession session, VolumeRecord record) {
    OperationRecord adoption = record.running(OperationType.ADOPT).orElseThrow();
    return record.withOperation(
        adoption.ended(
            OperationState.SUCCEEDED, session.now(), "its data stays when it is deleted"));
  }
}
