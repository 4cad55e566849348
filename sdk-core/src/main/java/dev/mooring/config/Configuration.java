package dev.mooring.config;

import dev.mooring.access.Owner;
import dev.mooring.access.Role;
import dev.mooring.cost.PriceBook;
import dev.mooring.internal.config.ConfigurationLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a client needs to know: what {@code mooring.yaml} says, or the same in Java. Equal
 * when it says the same. Holds no secret unless Java code gives a literal one, which is masked:
 * secrets are references until they are used. Whether home and region are among the regions, and
 * what else no single value shows, is checked when a client is built.
 *
 * @param account the tenant, part of every key: a DNS label
 * @param owner who acts, unless the program says so per call
 * @param role as what the owner acts: it decides from which profiles they may create
 * @param home where names are reserved, or null; needed when there is more than one region
 * @param region where requests go that name no region, or null for home
 * @param store the database of regions without a cluster, or null for SQLite under {@code
 *     $MOORING_HOME}
 * @param regions the regions by name, in order; at least one
 * @param prices the price book
 * @param timeouts how long to wait
 * @param retry how calls are repeated
 */
public record Configuration(
    String account,
    Owner owner,
    Role role,
    @Nullable String home,
    @Nullable String region,
    @Nullable StoreConfiguration store,
    Map<String, RegionConfiguration> regions,
    PriceBook prices,
    Timeouts timeouts,
    RetrySettings retry) {

  /**
   * Copies and checks.
   *
   * @throws IllegalArgumentException when there is no region
   */
  public Configuration {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(prices, "prices");
    Objects.requireNonNull(timeouts, "timeouts");
    Objects.requireNonNull(retry, "retry");
    regions = Collections.unmodifiableMap(new LinkedHashMap<>(regions));
    if (regions.isEmpty()) {
      throw new IllegalArgumentException("a configuration needs a region");
    }
  }

  /** The database of regions without a cluster; empty for SQLite under {@code $MOORING_HOME}. */
  public Optional<StoreConfiguration> storeIfSet() {
    return Optional.ofNullable(store);
  }

  /**
   * Finds and reads the configuration: {@code $MOORING_CONFIG}, else {@code ./mooring.yaml}, else
   * {@code ~/.config/mooring/mooring.yaml}, else embedded under {@code $MOORING_HOME} (default
   * {@code ~/.mooring}). System properties {@code mooring.…} and environment variables {@code
   * MOORING_…} override scalar keys.
   *
   * @throws dev.mooring.error.InvalidRequestException with every mistake in it
   */
  public static Configuration load() {
    return ConfigurationLoader.system().load().configuration();
  }

  /**
   * Like {@link #load()}, from this file.
   *
   * @throws dev.mooring.error.InvalidRequestException with every mistake in it, and when it does
   *     not exist or cannot be read
   */
  public static Configuration load(Path file) {
    return ConfigurationLoader.system().load(file).configuration();
  }

  /**
   * Reads YAML or JSON text; neither environment nor system properties override it. Relative paths
   * begin at the working directory.
   *
   * @throws dev.mooring.error.InvalidRequestException with every mistake in it
   */
  public static Configuration parse(String yamlOrJson) {
    return ConfigurationLoader.withoutEnvironment().parse(yamlOrJson).configuration();
  }

  /**
   * The region that requests go to which name none: as set, else home, else the only one; else
   * there is none.
   */
  public Optional<String> defaultRegion() {
    if (region != null) {
      return Optional.of(region);
    }
    if (home != null) {
      return Optional.of(home);
    }
    return regions.size() == 1 ? regions.keySet().stream().findFirst() : Optional.empty();
  }
}
