package dev.mooring.internal.volume;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.Names;
import dev.mooring.internal.validate.Violations;
import dev.mooring.spi.Index;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds volumes by name, in whichever region they live. */
public final class VolumeFinder {
  /** The kinds that a bare name may mean. */
  private static final List<VolumeKind> MOUNTED = List.of(VolumeKind.DRIVE, VolumeKind.FILESYSTEM);

  private VolumeFinder() {}

  /**
   * A volume and where it was found.
   *
   * @param session the region
   * @param view the volume
   */
  public record Found(RegionSession session, VolumeView view) {}

  /** The account's volumes that a reference may mean: of a bare name one of each kind. */
  public static List<Found> find(Sessions sessions, VolumeRef volume) {
    return volume.kindIfGiven().map(List::of).orElse(MOUNTED).stream()
        .flatMap(kind -> find(sessions, kind, volume.name()).stream())
        .toList();
  }

  /** The account's volume of this kind and name; empty also for what can be no name. */
  public static Optional<Found> find(Sessions sessions, VolumeKind kind, String name) {
    Violations violations = new Violations();
    Names.volume(violations, "name", name);
    if (!violations.isEmpty()) {
      return Optional.empty();
    }
    for (RegionSession session : sessions.all()) {
      Optional<VolumeView> view =
          record(session, kind, name).flatMap(record -> VolumeView.of(session, record));
      if (view.isPresent()) {
        return Optional.of(new Found(session, view.get()));
      }
    }
    return Optional.empty();
  }

  /**
   * By its key; else by its name, so that a record with a key of an older rule is found as well.
   */
  private static Optional<VolumeRecord> record(
      RegionSession session, VolumeKind kind, String name) {
    Optional<VolumeRecord> byKey =
        session.volumes().get(Keys.volume(session.account(), kind, name));
    if (byKey.isPresent()) {
      return byKey;
    }
    Map<String, String> index =
        Map.of(Index.ACCOUNT, session.account(), Index.KIND, kind.word(), Index.NAME, name);
    return session.volumes().list(RecordQuery.where(index)).records().stream().findFirst();
  }
}
