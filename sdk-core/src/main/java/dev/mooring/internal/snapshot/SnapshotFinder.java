package dev.mooring.internal.snapshot;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.Helping;
import dev.mooring.internal.volume.VolumeListing;
import dev.mooring.snapshot.SnapshotId;
import dev.mooring.spi.Capability;
import dev.mooring.spi.Index;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.SnapshotRecord;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds snapshots, in whichever region they live. */
public final class SnapshotFinder {
  private SnapshotFinder() {}

  /**
   * A snapshot and where it was found.
   *
   * @param session the region
   * @param record the snapshot
   */
  public record Found(RegionSession session, SnapshotRecord record) {}

  /** The account's snapshot with this id. */
  public static Optional<Found> find(Sessions sessions, SnapshotId id) {
    return sessions.all().stream()
        .filter(session -> session.can(Capability.SNAPSHOTS))
        .flatMap(
            session ->
                list(session, Map.of(Index.SNAPSHOT_ID, id.value()))
                    .filter(record -> record.spec().id().equals(id))
                    .map(record -> new Found(session, record)))
        .findFirst();
  }

  /** A region's snapshots with these index entries, page by page, helped on by the way. */
  public static Stream<SnapshotRecord> list(RegionSession session, Map<String, String> where) {
    Map<String, String> index = new TreeMap<>(where);
    index.put(Index.ACCOUNT, session.account());
    return VolumeListing.pages(RecordQuery.where(index), session.snapshots()::list)
        .flatMap(page -> page.records().stream())
        .flatMap(
            record -> Helping.byTheWay(record, () -> SnapshotSteps.help(session, record)).stream());
  }
}
