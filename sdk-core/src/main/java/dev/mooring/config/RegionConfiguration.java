package dev.mooring.config;

import dev.mooring.profile.Profile;
import dev.mooring.spi.Backend;
import java.util.List;
import java.util.Objects;

/**
 * A region of the configuration.
 *
 * @param backends what serves it; the first that can make volumes of a kind does
 * @param profiles what it offers; the backend's standard profiles when none is configured
 * @param limits its limits
 */
public record RegionConfiguration(List<Backend> backends, List<Profile> profiles, Limits limits) {
  /** Copies and checks. */
  public RegionConfiguration {
    backends = List.copyOf(backends);
    profiles = List.copyOf(profiles);
    Objects.requireNonNull(limits, "limits");
    if (backends.isEmpty()) {
      throw new IllegalArgumentException("a region needs a backend");
    }
  }

  /** A region of one backend, with its standard profiles and limits. */
  public static RegionConfiguration of(Backend backend) {
    return new RegionConfiguration(List.of(backend), backend.standardProfiles(), Limits.STANDARD);
  }

  /** The same with other profiles. */
  public RegionConfiguration withProfiles(List<Profile> newProfiles) {
    return new RegionConfiguration(backends, newProfiles, limits);
  }

  /** The same with other limits. */
  public RegionConfiguration withLimits(Limits newLimits) {
    return new RegionConfiguration(backends, profiles, newLimits);
  }
}
