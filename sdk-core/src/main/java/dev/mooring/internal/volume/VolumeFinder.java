package dev.mooring.internal.volume;

import dev.mooring.error.UnavailableException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.Names;
import dev.mooring.internal.validate.Violations;
import dev.mooring.spi.Index;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeRef;
import java.util.Comparator;
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
    UnavailableException away = null;
    for (RegionSession session : sessions.all()) {
      try {
        Optional<VolumeView> view =
            record(session, kind, name).flatMap(record -> VolumeView.of(session, record));
        if (view.isPresent()) {
          return Optional.of(new Found(session, view.get()));
        }
      } catch (UnavailableException e) {
        away = e; // The name is in one region only: it may be one of the others.
      }
    }
    if (away != null) {
      throw away;
    }
    return Optional.empty();
  }

  /**
   * The record of a name in a region, as it was read. By its key; else by its name, so that a
   * record with a key of its own, or of an older rule, is found as well.
   */
  public static Optional<VolumeRecord> record(RegionSession session, VolumeKind kind, String name) {
    return session
        .volumes()
        .get(Keys.volume(session.account(), kind, name))
        .filter(found -> isNamed(found, kind, name))
        .or(
            () ->
                VolumeListing.pages(
                        RecordQuery.where(
                            Map.of(
                                Index.ACCOUNT,
                                session.account(),
                                Index.KIND,
                                kind.word(),
                                Index.NAME,
                                name)),
                        session.volumes()::list)
                    .flatMap(page -> page.records().stream())
                    .min(Comparator.comparing(AdoptionSteps::missing)));
  }

  /** The volume that a name is reserved for; empty when it is not there, or has another name. */
  public static Optional<VolumeRecord> holder(RegionSession session, NameRecord name) {
    return session
        .volumes()
        .get(name.volumeKey())
        .filter(record -> isNamed(record, name.kind(), name.name()));
  }

  /** Whether a record is of this kind and name: an adopted one may have any key. */
  public static boolean isNamed(VolumeRecord record, VolumeKind kind, String name) {
    return record.spec().kind() == kind && record.spec().name().equals(name);
  }
}
