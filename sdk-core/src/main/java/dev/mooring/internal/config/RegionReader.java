package dev.mooring.internal.config;

import dev.mooring.config.Limits;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.internal.Backends;
import dev.mooring.internal.validate.Violations;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendProvider;
import dev.mooring.spi.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads regions; each section that is no key of regions is the section of a backend. */
final class RegionReader {
  private static final Set<String> KEYS = Set.of("profiles", "limits");

  private final Providers providers;
  private final Violations violations;

  RegionReader(Providers providers, Violations violations) {
    this.providers = providers;
    this.violations = violations;
  }

  /**
   * A region as far as it can be read.
   *
   * @param profiles what it offers
   * @param region the region, or null when it has no backend that works
   */
  record Read(List<Profile> profiles, @Nullable RegionConfiguration region) {}

  /** Reads a region. */
  Read read(Settings regions, String name) {
    if (regions.raw(name).filter(value -> !(value instanceof Map<?, ?>)).isPresent()) {
      regions.wrong(name, "must be a section of keys and values");
      return new Read(List.of(), null);
    }
    Settings region = regions.sectionOrEmpty(name);
    List<Backend> backends = backends(regions, name, region);
    List<Profile> profiles = region.sections("profiles").stream().map(ProfileReader::read).toList();
    Limits limits = limits(region.sectionOrEmpty("limits"));
    if (region.raw("profiles").isEmpty()) {
      profiles = standard(backends);
    }
    return new Read(
        profiles, backends.isEmpty() ? null : new RegionConfiguration(backends, profiles, limits));
  }

  private List<Backend> backends(Settings regions, String name, Settings region) {
    List<Backend> backends = new ArrayList<>();
    boolean none = true;
    for (String key : region.keys()) {
      none &= KEYS.contains(key);
      if (!KEYS.contains(key) && providers.known().contains(key)) {
        backend(region, key).ifPresent(backends::add);
      }
    }
    region.allow(providers.known().toArray(String[]::new));
    if (none) {
      regions.wrong(
          name,
          "has no backend: a section " + String.join(", ", providers.known()) + " is missing");
    }
    return backends;
  }

  private Optional<Backend> backend(Settings region, String id) {
    Settings section = region.sectionOrEmpty(id);
    try {
      Optional<BackendProvider> provider = providers.find().apply(id);
      if (provider.isPresent()) {
        return Optional.of(provider.get().configure(section));
      }
      region.wrong(id, Backends.missing(id));
    } catch (InvalidRequestException e) {
      violations.addAll(e.violations());
    } catch (IllegalArgumentException e) {
      region.wrong(id, String.valueOf(e.getMessage()));
    }
    section.allow(section.keys().toArray(String[]::new));
    return Optional.empty();
  }

  private static Limits limits(Settings limits) {
    return new Limits(
        limits.capacity("quota").orElse(Limits.STANDARD.quota()),
        limits.integer("drivesPerInstance", 1, 128).orElse(Limits.STANDARD.drivesPerInstance()));
  }

  /** What the backends offer by themselves; of two profiles of one name, the first. */
  private static List<Profile> standard(List<Backend> backends) {
    Map<String, Profile> profiles = new LinkedHashMap<>();
    backends.forEach(
        backend ->
            backend
                .standardProfiles()
                .forEach(profile -> profiles.putIfAbsent(profile.name(), profile)));
    return List.copyOf(profiles.values());
  }
}
