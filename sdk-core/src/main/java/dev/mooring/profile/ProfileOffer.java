package dev.mooring.profile;

import dev.mooring.cost.Rate;
import dev.mooring.volume.AccessMode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A profile as it stands in a region now.
 *
 * @param profile the profile
 * @param region the region
 * @param backend the id of the backend
 * @param availability whether it can be had now
 * @param accessMode the access mode that its volumes get, or null when unknown
 * @param rate what it costs, or null when no price is set
 */
public record ProfileOffer(
    Profile profile,
    String region,
    String backend,
    Availability availability,
    @Nullable AccessMode accessMode,
    @Nullable Rate rate) {
  /** Checks that nothing is missing. */
  public ProfileOffer {
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(backend, "backend");
    Objects.requireNonNull(availability, "availability");
  }

  /** Its name: that of the profile. */
  public String name() {
    return profile.name();
  }

  /** What it costs; empty when no price is set. */
  public Optional<Rate> rateIfSet() {
    return Optional.ofNullable(rate);
  }
}
