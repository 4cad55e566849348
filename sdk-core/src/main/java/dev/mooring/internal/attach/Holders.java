package dev.mooring.internal.attach;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.volume.VolumeListing;
import dev.mooring.spi.Index;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.VolumeKind;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the records of targets that may hold volumes: a drive's record names its one, those of a
 * filesystem are found by their own records. A few are read one by one, more in one list.
 */
final class Holders {
  private static final int FEW = 4;

  private Holders() {}

  /** The targets that these volumes' records or their own speak of; some may not count. */
  static List<TargetRecord> of(RegionSession session, Collection<VolumeRecord> volumes) {
    Set<String> claimed = new HashSet<>();
    Set<String> shared = new HashSet<>();
    for (VolumeRecord volume : volumes) {
      if (volume.spec().kind() == VolumeKind.DRIVE) {
        volume.holder().ifPresent(claim -> claimed.add(claim.targetKey()));
      } else {
        shared.add(volume.key());
      }
    }
    if (claimed.size() + shared.size() > FEW) {
      return all(session, Map.of())
          .filter(
              target ->
                  claimed.contains(target.key())
                      || target.mounts().stream().anyMatch(m -> shared.contains(m.volumeKey())))
          .toList();
    }
    Map<String, TargetRecord> found = new LinkedHashMap<>();
    claimed.forEach(key -> session.targets().get(key).ifPresent(target -> found.put(key, target)));
    shared.forEach(
        key ->
            all(session, Map.of(Index.VOLUME_PREFIX + key, TargetRecord.MOUNTED))
                .forEach(target -> found.put(target.key(), target)));
    return List.copyOf(found.values());
  }

  /** All targets that mount volumes of a kind; some mounts may not count. */
  static List<TargetRecord> of(RegionSession session, VolumeKind kind) {
    return all(session, Map.of())
        .filter(target -> target.mounts().stream().anyMatch(mount -> mount.kind() == kind))
        .toList();
  }

  private static Stream<TargetRecord> all(RegionSession session, Map<String, String> where) {
    Map<String, String> index = new TreeMap<>(where);
    index.put(Index.ACCOUNT, session.account());
    return VolumeListing.pages(RecordQuery.where(index), session.targets()::list)
        .flatMap(page -> page.records().stream());
  }
}
