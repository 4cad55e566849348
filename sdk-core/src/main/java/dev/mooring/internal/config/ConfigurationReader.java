package dev.mooring.internal.config;

import dev.mooring.access.Owner;
import dev.mooring.access.Role;
import dev.mooring.config.Configuration;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.config.RetrySettings;
import dev.mooring.config.StoreConfiguration;
import dev.mooring.config.Timeouts;
import dev.mooring.cost.PriceBook;
import dev.mooring.internal.Backends;
import dev.mooring.internal.validate.ConfigurationRules;
import dev.mooring.internal.validate.Violations;
import dev.mooring.profile.Profile;
import dev.mooring.secret.SecretReference;
import dev.mooring.spi.Durations;
import dev.mooring.spi.Settings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a whole configuration. A wrong value counts as missing, beside its violation. */
final class ConfigurationReader {
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3})%");
  private static final Map<String, Function<String, Owner>> OWNERS = owners();
  private static final Map<String, Role> ROLES = roles();

  private final Settings root;
  private final RegionReader regionReader;
  private final Violations violations;

  ConfigurationReader(Settings root, Providers providers, Violations violations) {
    this.root = root;
    this.regionReader = new RegionReader(providers, violations);
    this.violations = violations;
  }

  /** Reads everything but the prices, which may be in another file; null when a rule is broken. */
  @Nullable Configuration read(PriceBook prices) {
    String account = root.string("account").orElse("default");
    Owner owner = owner(root.sectionOrEmpty("owner"));
    Role role = root.oneOf("role", ROLES).orElse(Role.MEMBER);
    String home = root.string("home").orElse(null);
    String region = root.string("region").orElse(null);
    StoreConfiguration store = store().orElse(null);
    Map<String, RegionConfiguration> regions = new LinkedHashMap<>();
    Map<String, List<Profile>> profiles = new LinkedHashMap<>();
    Settings sections = root.sectionOrEmpty("regions");
    for (String name : sections.keys()) {
      RegionReader.Read read = regionReader.read(sections, name);
      if (read.region() != null) {
        regions.put(name, read.region());
      }
      profiles.put(name, read.profiles());
    }
    if (sections.keys().isEmpty()) {
      root.wrong("regions", "must have a region");
    }
    Timeouts timeouts = timeouts(root.sectionOrEmpty("timeouts"));
    RetrySettings retry = retry(root.sectionOrEmpty("retry"));
    ConfigurationRules.check(violations, account, home, region, profiles);
    return regions.isEmpty()
        ? null
        : new Configuration(
            account, owner, role, home, region, store, regions, prices, timeouts, retry);
  }

  private static Owner owner(Settings section) {
    Owner standard = Backends.systemOwner();
    Optional<String> name = section.string("name");
    Optional<Function<String, Owner>> kind = section.oneOf("kind", OWNERS);
    if (name.isEmpty()) {
      if (kind.isPresent() && section.raw("name").isEmpty()) {
        section.wrong("name", "is missing");
      }
      return standard;
    }
    return section.parsed("name", kind.orElse(Owner::user)).orElse(standard);
  }

  private Optional<StoreConfiguration> store() {
    if (!(root.raw("store").orElse("") instanceof Map<?, ?>)) {
      return root.parsed("store", StoreConfiguration::of);
    }
    Settings store = root.sectionOrEmpty("store");
    if (store.raw("url").isEmpty()) {
      store.wrong("url", "is missing");
    }
    return store
        .parsed("url", StoreConfiguration::of)
        .map(
            found ->
                found.withCredentials(
                    store.parsed("user", SecretReference::parse).orElse(null),
                    store.parsed("password", SecretReference::parse).orElse(null)));
  }

  private static Timeouts timeouts(Settings section) {
    return new Timeouts(
        section.parsed("request", ConfigurationReader::timeout).orElse(Timeouts.STANDARD.request()),
        section
            .parsed("wait", ConfigurationReader::timeout)
            .orElse(Timeouts.STANDARD.longestWait()),
        section
            .parsed("askAfter", ConfigurationReader::timeout)
            .orElse(Timeouts.STANDARD.askAfter()));
  }

  private static Duration timeout(String text) {
    Duration duration = Durations.parse(text);
    if (duration.isZero()) {
      throw new IllegalArgumentException("must be longer than nothing");
    }
    return duration;
  }

  private static RetrySettings retry(Settings section) {
    return new RetrySettings(
        section.integer("attempts", 1, 20).orElse(RetrySettings.STANDARD.attempts()),
        section
            .parsed("budget", ConfigurationReader::percent)
            .orElse(RetrySettings.STANDARD.budgetPercent()));
  }

  private static int percent(String text) {
    Matcher matcher = PERCENT.matcher(text);
    int number = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 101;
    if (number > 100) {
      throw new IllegalArgumentException("must be a percentage from 0% to 100%, like 20%");
    }
    return number;
  }

  private static Map<String, Role> roles() {
    Map<String, Role> roles = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      roles.put(role.word(), role);
    }
    return roles;
  }

  private static Map<String, Function<String, Owner>> owners() {
    Map<String, Function<String, Owner>> owners = new LinkedHashMap<>();
    for (Owner.Kind kind : Owner.Kind.values()) {
      owners.put(kind.word(), name -> new Owner(kind, name));
    }
    return owners;
  }
}
