package dev.mooring.internal.validate;

import dev.mooring.config.Configuration;
import dev.mooring.profile.Profile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of a configuration that no single value shows, whether it is a file or Java. */
public final class ConfigurationRules {
  private ConfigurationRules() {}

  /** Checks a configuration; fields are named as in the file. */
  public static void check(Violations violations, Configuration configuration) {
    Map<String, List<Profile>> profiles = new LinkedHashMap<>();
    configuration.regions().forEach((name, region) -> profiles.put(name, region.profiles()));
    check(
        violations,
        configuration.account(),
        configuration.home(),
        configuration.region(),
        profiles);
  }

  /** Checks what can be checked although regions may be missing their backends. */
  public static void check(
      Violations violations,
      String account,
      @Nullable String home,
      @Nullable String region,
      Map<String, List<Profile>> profiles) {
    Set<String> names = profiles.keySet();
    Names.account(violations, "account", account);
    if (home != null) {
      RegionsCheck.check(violations, "home", home, names);
    } else if (names.size() > 1) {
      violations.add(
          "home",
          "is missing: of more than one region, one must be where names are reserved",
          names.iterator().next());
    }
    if (region != null) {
      RegionsCheck.check(violations, "region", region, names);
    }
    profiles.forEach(
        (name, offered) -> {
          Names.region(violations, "regions." + name, name);
          ProfileRules.check(violations, "regions." + name + ".profiles", offered);
        });
  }
}
