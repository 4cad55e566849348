package dev.mooring.config;

import dev.mooring.profile.Profile;
import dev.mooring.spi.Backend;
import java.util.List;
import java.util.Objects;

/**
 * A region of the configuration.
 *
 * @param backends what serves it, at least one; this version connects the first
 * @param profiles what it offers: without any nothing can be created there. A configuration file
 *     that names none has the backends' standard profiles
 * @param limits its limits
 */
public record RegionConfiguration(List<Backend> backends, List<Profile> profiles, Limits limits) {
  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException when there is no backend
   */
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

  /** The same with these profiles, in place of those before. */
  public RegionConfiguration withProfiles(List<Profile> newProfiles) {
    return new RegionConfiguration(backends, newProfiles, limits);
  }

  /** The same with other limits. */
  public RegionConfiguration withLimits(Limits newLimits) {
    return new RegionConfiguration(backends, profiles, newLimits);
  }
}
