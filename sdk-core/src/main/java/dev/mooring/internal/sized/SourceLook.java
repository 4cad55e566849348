package dev.mooring.internal.sized;

import dev.mooring.error.ErrorCode;
import dev.mooring.error.Violation;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.snapshot.Sources;
import dev.mooring.internal.validate.Violations;
import dev.mooring.internal.volume.VolumeFinder;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.snapshot.VolumeSource;
import dev.mooring.spi.SourceSpec;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.VolumeKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks what a volume is to be made from. */
final class SourceLook {
  private static final String FIELD = "from";

  private SourceLook() {}

  /**
   * The source of a request; null when it has none, or none that is there. A volume that was made
   * from it already needs it no more: asking for it again must find that volume.
   */
  static Sources.@Nullable Found find(
      Sessions sessions, CreateSizedVolume<?> request, Violations violations) {
    VolumeSource asked = request.source();
    if (asked == null) {
      return null;
    }
    Optional<Sources.Found> there = Sources.find(sessions, asked);
    boolean fit = there.filter(source -> source.unfit() == null).isPresent();
    // What has a wrong name was never made.
    Optional<Sources.Found> found =
        fit || !violations.isEmpty() ? there : made(sessions, request, asked).or(() -> there);
    if (found.isEmpty()) {
      violations.add(Violation.of(FIELD, "the account has no " + asked).as(ErrorCode.NOT_FOUND));
    }
    return found.orElse(null);
  }

  private static Optional<Sources.Found> made(
      Sessions sessions, CreateSizedVolume<?> request, VolumeSource asked) {
    for (RegionSession session : sessions.all()) {
      Optional<VolumeRecord> record = VolumeFinder.record(session, request.kind(), request.name());
      Optional<SourceSpec> source =
          record.flatMap(r -> r.spec().madeFrom()).filter(s -> s.asked().equals(asked));
      if (record.isPresent() && source.isPresent()) {
        return Optional.of(
            new Sources.Found(
                session,
                source.get(),
                request.kind(),
                record.get().spec().profile(),
                record.get().spec().sizeBytes(),
                null));
      }
    }
    return Optional.empty();
  }

  /** Checks a source against the volume that is to be made from it. */
  static void check(
      Sources.Found source,
      VolumeKind kind,
      @Nullable RegionSession session,
      Capacity size,
      Violations violations) {
    if (source.unfit() != null) {
      violations.add(source.unfit());
    }
    VolumeSource asked = source.spec().asked();
    if (source.kind() != kind) {
      violations.add(
          FIELD, asked + " is of kind " + source.kind() + ": no " + kind + " is made from it");
    }
    if (session != null && session != source.session()) {
      violations.add(
          FIELD,
          asked
              + " is in region "
              + source.region()
              + ", the volume is to be in "
              + session.name());
    }
    Capacity least = Capacity.ofBytes(source.sizeBytes());
    if (size.compareTo(least) < 0) {
      violations.add(
          "size",
          size + " is too small for a copy of " + asked + ", which has " + least,
          least.toString());
    }
  }
}
