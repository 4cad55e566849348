package dev.mooring.internal.volume;

import dev.mooring.error.Holder;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.Capability;
import dev.mooring.spi.Index;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.VolumeRecord;
import java.util.List;
import java.util.Map;

/** Volumes that are being made from something, which must stay until they are. */
public final class Restores {
  /** The state that such a volume has as a holder. */
  private static final String STATE = "being made from it";

  private Restores() {}

  /** The volumes that are being made from the snapshot or volume with this id, as its holders. */
  public static List<Holder> of(RegionSession session, String sourceId) {
    if (!session.can(Capability.SNAPSHOTS)) {
      return List.of();
    }
    RecordQuery query =
        RecordQuery.where(Map.of(Index.ACCOUNT, session.account(), Index.SOURCE, sourceId));
    return VolumeListing.pages(query, session.volumes()::list)
        .flatMap(page -> page.records().stream())
        .filter(Restores::underWay)
        .map(Restores::holder)
        .toList();
  }

  private static boolean underWay(VolumeRecord record) {
    return !record.leaving()
        && record
            .running(OperationType.CREATE)
            .filter(create -> Settling.effective(record, create).running())
            .isPresent();
  }

  private static Holder holder(VolumeRecord record) {
    return new Holder(
        record.spec().kind().word(), record.spec().name(), STATE, record.createdAt(), true);
  }
}
