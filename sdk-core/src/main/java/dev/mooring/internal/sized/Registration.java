package dev.mooring.internal.sized;

import dev.mooring.adoption.StaticVolumeSpec;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Created;
import dev.mooring.spi.Feasibility;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import dev.mooring.volume.VolumeKind;
import java.util.List;

/** What is other than in a creation when the data is there already. */
final class Registration {
  /** The class of claims that no class makes volumes for. */
  private static final String NO_CLASS = "";

  private Registration() {}

  static Feasibility check(
      RegionSession session, Profile profile, VolumeSpec asked, StaticVolumeSpec data) {
    AccessMode given = profile.accessMode();
    AccessMode usual =
        profile.kind() == VolumeKind.FILESYSTEM
            ? AccessMode.READ_WRITE_MANY
            : AccessMode.READ_WRITE_ONCE;
    VolumeSpec spec = asked.resolved(given == null ? usual : given, NO_CLASS);
    return new Feasibility(
        spec, SizeEnforcement.NONE, session.adopting().check(data, spec), List.of());
  }

  static Created<VolumeRecord> store(
      RegionSession session, VolumeRecord wanted, StaticVolumeSpec data) {
    VolumeRecord adopted = wanted.withCustody(wanted.custody().registered(session.now()));
    Created<VolumeRecord> answer = session.adopting().register(adopted, data);
    // An answer that was lost is asked for again, and finds what it made.
    boolean mine = answer.record().spec().id().equals(wanted.spec().id());
    return mine ? new Created<>(answer.record(), true) : answer;
  }
}
