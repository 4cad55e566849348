package dev.mooring.profile;

import dev.mooring.cost.Rate;
import dev.mooring.volume.AccessMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A profile as it stands in a region now. What its administrator declares is in the profile: limits
 * of the size, {@link Profile#durability}, {@link Profile#expected}, {@link Profile#bestFor}; what
 * was measured too, as {@link Profile#samples}.
 *
 * @param profile the profile
 * @param region the region
 * @param backend the id of the backend
 * @param availability whether it can be had now, by who asks, and all that stands against it
 * @param accessMode the access mode that its volumes get, or null when unknown
 * @param rate what it costs, or null when no price is set
 * @param features what the backend behind it does, as far as it is known
 * @param recommendedFor the uses for which it is the first choice of its region, in the order of
 *     {@link UseCase#all()}
 */
public record ProfileOffer(
    Profile profile,
    String region,
    String backend,
    Availability availability,
    @Nullable AccessMode accessMode,
    @Nullable Rate rate,
    Features features,
    List<UseCase> recommendedFor) {
  /** Copies, and checks that nothing is missing. */
  public ProfileOffer {
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(backend, "backend");
    Objects.requireNonNull(availability, "availability");
    Objects.requireNonNull(features, "features");
    recommendedFor = List.copyOf(recommendedFor);
  }

  /** Its name: that of the profile. */
  public String name() {
    return profile.name();
  }

  /** What it costs; empty when no price is set. */
  public Optional<Rate> rateIfSet() {
    return Optional.ofNullable(rate);
  }

  /** The access mode that its volumes get; empty when unknown. */
  public Optional<AccessMode> accessModeIfKnown() {
    return Optional.ofNullable(accessMode);
  }

  /** The same, recommended for these uses. */
  public ProfileOffer withRecommendedFor(List<UseCase> uses) {
    return new ProfileOffer(
        profile, region, backend, availability, accessMode, rate, features, uses);
  }
}
