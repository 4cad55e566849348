package dev.mooring.internal.snapshot;

import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.Shown;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.snapshot.SnapshotId;
import dev.mooring.snapshot.Snapshots;
import dev.mooring.spi.Capability;
import dev.mooring.spi.Index;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.VolumeRef;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The account's snapshots, over all regions. */
public final class DefaultSnapshots implements Snapshots {
  private final Sessions sessions;

  /** The snapshots of these regions. */
  public DefaultSnapshots(Sessions sessions) {
    this.sessions = sessions;
  }

  /** The snapshots of a volume. */
  public static Stream<Snapshot> of(Sessions sessions, RegionSession session, VolumeRecord volume) {
    return session.can(Capability.SNAPSHOTS)
        ? SnapshotFinder.list(session, Map.of(Index.SOURCE, volume.spec().id().value()))
            .map(record -> new SnapshotHandle(sessions, session, record))
        : Stream.empty();
  }

  @Override
  public Stream<Snapshot> list() {
    return list(Map.of());
  }

  @Override
  public Stream<Snapshot> list(VolumeRef volume) {
    return volume.kindIfGiven().isPresent()
        ? list(Map.of(Index.OF, Index.of(volume)))
        : list().filter(snapshot -> snapshot.volume().name().equals(volume.name()));
  }

  private Stream<Snapshot> list(Map<String, String> where) {
    return sessions.all().stream()
        .filter(session -> session.can(Capability.SNAPSHOTS))
        .flatMap(
            session ->
                SnapshotFinder.list(session, where)
                    .map(record -> new SnapshotHandle(sessions, session, record)));
  }

  @Override
  public Snapshot get(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new NotFoundException(
                    Problem.tried("find")
                        .on("snapshot/" + Shown.plain(id))
                        .because("the account has no snapshot of this id")
                        .hint("list the snapshots to see those it has")));
  }

  @Override
  public Optional<Snapshot> find(String id) {
    SnapshotId wanted;
    try {
      wanted = new SnapshotId(id);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return SnapshotFinder.find(sessions, wanted)
        .map(found -> new SnapshotHandle(sessions, found.session(), found.record()));
  }
}
