package dev.mooring.internal.profile;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.CancelledException;
import dev.mooring.error.StorageException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.Sizes;
import dev.mooring.internal.volume.Quota;
import dev.mooring.profile.Availability;
import dev.mooring.profile.Features;
import dev.mooring.profile.Obstacle;
import dev.mooring.profile.Profile;
import dev.mooring.profile.ProfileOffer;
import dev.mooring.spi.Capability;
import dev.mooring.volume.AccessMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the profiles of a region as they stand; changes nothing, and throws nothing but that it
 * was cancelled.
 */
final class OfferLook {
  private final Sessions sessions;
  private final RegionSession session;

  OfferLook(Sessions sessions, RegionSession session) {
    this.sessions = sessions;
    this.session = session;
  }

  List<ProfileOffer> all() {
    return session.configuration().profiles().stream().map(this::offer).toList();
  }

  private ProfileOffer offer(Profile profile) {
    Capability needed = Capability.of(profile.kind());
    boolean able = session.can(needed);
    return new ProfileOffer(
        profile,
        session.name(),
        session.backendId(),
        (able ? availability(profile) : lacking(needed)).and(role(profile)),
        able ? mode(profile) : null,
        sessions
            .configuration()
            .prices()
            .rateFor(profile.kind(), profile.name(), session.name())
            .orElse(null),
        able ? features(profile) : Features.unknown(),
        List.of());
  }

  private Availability lacking(Capability needed) {
    return Availability.unavailable(
        Obstacle.Cause.FEATURE,
        "the backend '" + session.backendId() + "' lacks the capability " + needed);
  }

  private Availability role(Profile profile) {
    return Creators.against(profile, sessions.role())
        .map(v -> Availability.unavailable(Obstacle.Cause.ROLE, v.message()))
        .orElseGet(Availability::available);
  }

  private Availability availability(Profile profile) {
    return asked(() -> session.provisioning().availability(profile))
        .and(asked(() -> quota(profile)));
  }

  /** Whether the smallest volume fits. */
  private Availability quota(Profile profile) {
    long least = Math.max(profile.minSize().bytes(), Sizes.SMALLEST.bytes());
    return Quota.planned(session, profile.name(), least, 1)
        .map(over -> Availability.unavailable(Obstacle.Cause.QUOTA_FULL, over.toString()))
        .orElseGet(Availability::available);
  }

  private static Availability asked(Supplier<Availability> question) {
    try {
      return question.get();
    } catch (CancelledException e) {
      throw e;
    } catch (AccessDeniedException e) {
      return Availability.unknown(
          Obstacle.Cause.NOT_READABLE, e.code() + ": " + e.problem().reason());
    } catch (StorageException e) {
      return Availability.unknown(Obstacle.Cause.REGION, e.code() + ": " + e.problem().reason());
    }
  }

  private Features features(Profile profile) {
    try {
      return session.provisioning().features(profile);
    } catch (CancelledException e) {
      throw e;
    } catch (StorageException e) {
      return Features.unknown();
    }
  }

  private @Nullable AccessMode mode(Profile profile) {
    try {
      Optional<AccessMode> mode = session.provisioning().accessMode(profile);
      return mode.orElse(null);
    } catch (CancelledException e) {
      throw e;
    } catch (StorageException e) {
      return null;
    }
  }
}
