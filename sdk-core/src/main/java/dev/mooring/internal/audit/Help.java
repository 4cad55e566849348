package dev.mooring.internal.audit;

import dev.mooring.internal.attach.TargetOperations;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.snapshot.SnapshotSteps;
import dev.mooring.internal.volume.VolumeSteps;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import java.util.Optional;

/** Does what is missing of one record's operations, as a recovery would. */
final class Help {
  private Help() {}

  static Optional<VolumeRecord> volume(RegionSession session, VolumeRecord record) {
    return VolumeSteps.help(session, record);
  }

  static Optional<TargetRecord> target(RegionSession session, TargetRecord record) {
    return TargetOperations.help(session, record);
  }

  static Optional<SnapshotRecord> snapshot(RegionSession session, SnapshotRecord record) {
    return SnapshotSteps.settled(session, record);
  }
}
