package dev.mooring.internal.profile;

import dev.mooring.error.StorageException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.profile.Availability;
import dev.mooring.profile.Profile;
import dev.mooring.profile.ProfileOffer;
import dev.mooring.profile.Profiles;
import dev.mooring.spi.Capability;
import dev.mooring.spi.Provisioning;
import dev.mooring.volume.AccessMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The profiles of the configuration, as they stand. */
public final class DefaultProfiles implements Profiles {
  private final Sessions sessions;

  /** The profiles of these regions. */
  public DefaultProfiles(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public List<ProfileOffer> list() {
    return sessions.all().stream().flatMap(s -> offers(s).stream()).toList();
  }

  @Override
  public List<ProfileOffer> list(String region) {
    return offers(sessions.require(region, "list profiles"));
  }

  private List<ProfileOffer> offers(RegionSession session) {
    return session.configuration().profiles().stream().map(p -> offer(session, p)).toList();
  }

  private ProfileOffer offer(RegionSession session, Profile profile) {
    Capability needed = Capability.of(profile.kind());
    boolean able = session.backend().capabilities().contains(needed);
    Provisioning provisioning = session.provisioning();
    return new ProfileOffer(
        profile,
        session.name(),
        session.backendId(),
        able ? availability(provisioning, profile) : lacking(session, needed),
        able ? mode(provisioning, profile) : null,
        sessions
            .configuration()
            .prices()
            .rateFor(profile.kind(), profile.name(), session.name())
            .orElse(null));
  }

  private static Availability lacking(RegionSession session, Capability needed) {
    return Availability.unavailable(
        "the backend '" + session.backendId() + "' lacks the capability " + needed);
  }

  private static Availability availability(Provisioning provisioning, Profile profile) {
    try {
      return provisioning.availability(profile);
    } catch (StorageException e) {
      return Availability.unknown(e.code() + ": " + e.problem().reason());
    }
  }

  private static @Nullable AccessMode mode(Provisioning provisioning, Profile profile) {
    try {
      return provisioning.accessMode(profile).orElse(null);
    } catch (StorageException e) {
      return null;
    }
  }
}
