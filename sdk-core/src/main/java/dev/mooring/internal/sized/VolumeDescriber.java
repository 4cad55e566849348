package dev.mooring.internal.sized;

import dev.mooring.describe.Finding;
import dev.mooring.describe.VolumeDescription;
import dev.mooring.internal.health.HealthLook;
import dev.mooring.internal.health.UsageLook;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.volume.VolumeView;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Describing;
import dev.mooring.spi.UsageSampling;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.StatusReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    UsageSampling.Sampled sampled = UsageLook.of(session, record);
    String contact =
        session.profile(record.spec().profile()).map(Profile::adminContact).orElse(null);
    return new VolumeDescription(
        record.spec().ref(),
        view.status(),
        view.since(),
        reason,
        contact,
        described.terms(),
        findings(record, described),
        described.events(),
        HealthLook.of(session, view),
        sampled.usage(),
        sampled.words());
  }

  /** What deleting an adopted volume means, before all that its backend shows. */
  private static List<Finding> findings(VolumeRecord record, Describing.Described described) {
    Optional<Instant> since = record.custody().adoption();
    if (since.isEmpty()) {
      return described.findings();
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.found(
            "Adoption",
            "",
            record.custody().forgets()
                ? "others made it: deleting only forgets it, its data stays"
                : "its data was there before: deleting takes away what leads to it, its data stays",
            Map.of("since", since.get().toString())));
    findings.addAll(described.findings());
    return findings;
  }
}
