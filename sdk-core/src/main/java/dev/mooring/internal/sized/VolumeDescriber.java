package dev.mooring.internal.sized;

import dev.mooring.describe.VolumeDescription;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.volume.VolumeView;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Describing;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.StatusReason;
import org.jspecify.annotations.Nullable;

/** Gathers what is known of a volume, from its record and from its backend. */
final class VolumeDescriber {
  private VolumeDescriber() {}

  static VolumeDescription of(
      RegionSession session, VolumeView view, @Nullable StatusReason reason) {
    VolumeRecord record = view.record();
    Describing.Described described =
        session
            .backend()
            .ability(Describing.class)
            .map(backend -> backend.describe(record))
            .orElseGet(Describing.Described::nothing);
    String contact =
        session.profile(record.spec().profile()).map(Profile::adminContact).orElse(null);
    return new VolumeDescription(
        record.spec().ref(),
        view.status(),
        view.since(),
        reason,
        contact,
        described.findings(),
        described.events());
  }
}
