package dev.mooring.internal.audit;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.InternalException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.volume.VolumeListing;
import dev.mooring.spi.Capability;
import dev.mooring.spi.Index;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.Sharing.MadeShare;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.StoredRecord;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything of an account in a region, read once, so that an audit asks little.
 *
 * @param session the region
 * @param staleAfter how long something may come no further
 * @param now by the backend's clock
 * @param made what is there of shares, read before the records that list them; empty when this
 *     client may not see it
 * @param targets the records of targets
 * @param volumes the records of volumes
 * @param snapshots the records of snapshots
 */
record Look(
    RegionSession session,
    Duration staleAfter,
    Instant now,
    Optional<List<MadeShare>> made,
    List<TargetRecord> targets,
    List<VolumeRecord> volumes,
    List<SnapshotRecord> snapshots) {
  Look {
    targets = List.copyOf(targets);
    volumes = List.copyOf(volumes);
    snapshots = List.copyOf(snapshots);
  }

  static Look at(RegionSession session, Duration staleAfter) {
    return new Look(
        session,
        staleAfter,
        session.now(),
        made(session),
        all(session, session.targets()),
        session.auditing().volumes(),
        session.can(Capability.SNAPSHOTS) ? all(session, session.snapshots()) : List.of());
  }

  private static Optional<List<MadeShare>> made(RegionSession session) {
    if (!session.can(Capability.SHARING)) {
      return Optional.of(List.of());
    }
    try {
      return Optional.of(session.sharing().made());
    } catch (AccessDeniedException e) {
      return Optional.empty();
    }
  }

  private static <R extends StoredRecord> List<R> all(RegionSession session, RecordStore<R> store) {
    RecordQuery query = RecordQuery.where(Map.of(Index.ACCOUNT, session.account()));
    return VolumeListing.pages(query, store::list)
        .flatMap(page -> page.records().stream())
        .toList();
  }

  /** Whether something has been so for too long. */
  boolean stale(Instant since) {
    return !since.plus(staleAfter).isAfter(now);
  }

  /** Whether the volume of a mount is gone now; a record that cannot be read is still there. */
  static boolean isGone(RegionSession session, TargetMount mount) {
    try {
      return session
          .volumes()
          .get(mount.volumeKey())
          .filter(volume -> volume.spec().id().equals(mount.volumeId()))
          .isEmpty();
    } catch (InternalException e) {
      return false;
    }
  }

  /** Whether a target has no record now; one that cannot be read is still there. */
  static boolean isGone(RegionSession session, String targetKey) {
    try {
      return session.targets().get(targetKey).isEmpty();
    } catch (InternalException e) {
      return false;
    }
  }
}
