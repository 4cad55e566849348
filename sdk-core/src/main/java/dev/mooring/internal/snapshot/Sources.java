package dev.mooring.internal.snapshot;

import dev.mooring.error.ErrorCode;
import dev.mooring.error.Violation;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.VolumeFinder;
import dev.mooring.internal.volume.VolumeSteps;
import dev.mooring.snapshot.VolumeSource;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.SourceSpec;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.VolumeKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what volumes are to be made from. */
public final class Sources {
  private Sources() {}

  /**
   * A source as it was found.
   *
   * @param session the region where it is
   * @param spec what the new volume's record says of it
   * @param kind the kind of volume that it is, or was taken from
   * @param profile that volume's profile
   * @param sizeBytes the size that volume was asked to have: the smallest of a copy
   * @param unfit why nothing can be made from it now, or null
   */
  public record Found(
      RegionSession session,
      SourceSpec spec,
      VolumeKind kind,
      String profile,
      long sizeBytes,
      @Nullable Violation unfit) {
    /** The region's name. */
    public String region() {
      return session.name();
    }
  }

  /** The source; empty when the account has none. */
  public static Optional<Found> find(Sessions sessions, VolumeSource source) {
    if (source instanceof VolumeSource.OfSnapshot snapshot) {
      return SnapshotFinder.find(sessions, snapshot.id()).map(found -> of(source, found));
    }
    if (source instanceof VolumeSource.OfVolume volume) {
      return VolumeFinder.find(sessions, volume.volume()).stream()
          .findFirst()
          .map(found -> of(source, found));
    }
    throw new IllegalArgumentException("an unknown source: " + source);
  }

  private static Found of(VolumeSource source, SnapshotFinder.Found found) {
    SnapshotRecord record = found.record();
    String why = null;
    if (record.leaving()) {
      why = "is being deleted";
    } else if (!SnapshotSteps.whole(record)) {
      why = record.provisioned().permanent() ? "has failed" : "is not ready yet: wait for it";
    }
    return new Found(
        found.session(),
        new SourceSpec(
            source,
            record.spec().id().value(),
            record.key(),
            least(record.spec().sizeBytes(), record.provisioned()),
            record.spec().storageClass()),
        kind(record),
        record.spec().profile(),
        record.spec().sizeBytes(),
        unfit(source, why));
  }

  private static VolumeKind kind(SnapshotRecord record) {
    return record.spec().volume().kindIfGiven().orElseThrow();
  }

  private static Found of(VolumeSource source, VolumeFinder.Found found) {
    VolumeRecord record = found.view().record();
    VolumeSpec spec = record.spec();
    String why = null;
    if (record.leaving()) {
      why = "is deleted or being deleted";
    } else if (record.provisioned().state() != ProvisioningState.AVAILABLE) {
      why = "is " + record.provisioned().state() + ": wait until it is made";
    }
    return new Found(
        found.session(),
        new SourceSpec(
            source,
            spec.id().value(),
            record.key(),
            least(spec.sizeBytes(), record.provisioned()),
            spec.storageClass()),
        spec.kind(),
        spec.profile(),
        spec.sizeBytes(),
        unfit(source, why));
  }

  private static @Nullable Violation unfit(VolumeSource source, @Nullable String why) {
    return why == null ? null : Violation.of("from", source + " " + why).as(ErrorCode.CONFLICT);
  }

  private static long least(long asked, Provisioned provisioned) {
    Long given = provisioned.capacityBytes();
    return Math.max(asked, given == null ? 0 : given);
  }

  /**
   * Whether a source goes on to be there, looked at by a volume whose record names it already: a
   * deletion that looks only now for such volumes finds it.
   */
  public static boolean stays(RegionSession session, SourceSpec source) {
    if (source.isSnapshot()) {
      return session
          .snapshots()
          .get(source.key())
          .filter(r -> r.spec().id().value().equals(source.id()))
          .flatMap(r -> SnapshotSteps.help(session, r))
          .filter(r -> r.spec().id().value().equals(source.id()) && !r.leaving())
          .isPresent();
    }
    return session
        .volumes()
        .get(source.key())
        .filter(r -> r.spec().id().value().equals(source.id()))
        .flatMap(r -> VolumeSteps.help(session, r))
        .filter(r -> r.spec().id().value().equals(source.id()) && !r.leaving())
        .isPresent();
  }
}
