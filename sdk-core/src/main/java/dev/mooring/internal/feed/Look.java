package dev.mooring.internal.feed;

import dev.mooring.error.InternalException;
import dev.mooring.internal.attach.Held;
import dev.mooring.internal.attach.Liveness;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.volume.VolumeListing;
import dev.mooring.internal.volume.VolumeView;
import dev.mooring.spi.Index;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.VolumeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at volumes without helping them on. */
final class Look {
  private Look() {}

  /** All volumes of a region: one list of them, and one of their targets. */
  static Map<VolumeId, Seen> all(RegionSession session) {
    List<VolumeRecord> records =
        VolumeListing.pages(
                RecordQuery.where(Map.of(Index.ACCOUNT, session.account())),
                session.volumes()::list)
            .flatMap(page -> page.records().stream())
            .toList();
    Map<String, List<Held>> held = records.isEmpty() ? Map.of() : Liveness.of(session, records);
    Map<VolumeId, Seen> all = new HashMap<>();
    for (VolumeRecord record : records) {
      List<Held> living =
          held.getOrDefault(record.key(), List.of()).stream().filter(Held::live).toList();
      all.put(record.spec().id(), Seen.of(new VolumeView(record, living)));
    }
    return all;
  }

  /** Whether a list leaves a volume out because its record cannot be read: it is not gone. */
  static boolean broken(RegionSession session, Seen seen) {
    try {
      Object unused = session.volumes().get(seen.view().record().key());
      return false;
    } catch (InternalException e) {
      return true;
    }
  }

  /** One volume; empty when it is gone. */
  static Optional<Seen> one(RegionSession session, String key) {
    return session.volumes().get(key).map(record -> Seen.of(VolumeView.unhelped(session, record)));
  }
}
