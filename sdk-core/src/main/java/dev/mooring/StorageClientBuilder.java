package dev.mooring;

import dev.mooring.access.Owner;
import dev.mooring.access.Role;
import dev.mooring.config.Configuration;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.config.RetrySettings;
import dev.mooring.config.StoreConfiguration;
import dev.mooring.config.Timeouts;
import dev.mooring.cost.PriceBook;
import dev.mooring.internal.Backends;
import dev.mooring.internal.DefaultStorageClient;
import dev.mooring.spi.Backend;
import dev.mooring.spi.Settings;
import dev.mooring.telemetry.CallListener;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link StorageClient} in code. Says everything that the configuration file can say, and
 * the two make equal configurations. Not thread-safe.
 */
public final class StorageClientBuilder {
  private String account = "default";
  private Owner owner = Backends.systemOwner();
  private Role role = Role.MEMBER;
  private @Nullable String home;
  private @Nullable String defaultRegion;
  private @Nullable StoreConfiguration store;
  private final Map<String, RegionConfiguration> regions = new LinkedHashMap<>();
  private PriceBook prices = PriceBook.standard();
  private Timeouts timeouts = Timeouts.STANDARD;
  private RetrySettings retry = RetrySettings.STANDARD;
  private final List<CallListener> listeners = new ArrayList<>();
  private Clock clock = Clock.systemUTC();

  StorageClientBuilder() {}

  /**
   * Takes everything from a configuration, in place of what was set before; later calls change it.
   * Listeners and the clock, which no configuration has, stay.
   */
  public StorageClientBuilder configuration(Configuration configuration) {
    account = configuration.account();
    owner = configuration.owner();
    role = configuration.role();
    home = configuration.home();
    defaultRegion = configuration.region();
    store = configuration.store();
    regions.clear();
    regions.putAll(configuration.regions());
    prices = configuration.prices();
    timeouts = configuration.timeouts();
    retry = configuration.retry();
    return this;
  }

  /**
   * The tenant: a DNS label of 1 to 63 characters; {@code default} unless set. Clients of another
   * account see nothing of this one.
   */
  public StorageClientBuilder account(String name) {
    account = Objects.requireNonNull(name, "name");
    return this;
  }

  /** Who acts, and owns what is created; the operating system's user unless set. */
  public StorageClientBuilder owner(Owner newOwner) {
    owner = Objects.requireNonNull(newOwner, "newOwner");
    return this;
  }

  /**
   * As what the client acts; {@link Role#MEMBER} unless set. It decides from which profiles it may
   * create.
   */
  public StorageClientBuilder role(Role newRole) {
    role = Objects.requireNonNull(newRole, "newRole");
    return this;
  }

  /**
   * The region where names are reserved, and where requests go that name none; needed when there is
   * more than one region.
   */
  public StorageClientBuilder home(String region) {
    home = Objects.requireNonNull(region, "region");
    return this;
  }

  /** Where requests go that name no region; home unless set, else the only region. */
  public StorageClientBuilder defaultRegion(String region) {
    defaultRegion = Objects.requireNonNull(region, "region");
    return this;
  }

  /** The database of regions without a cluster; SQLite under {@code $MOORING_HOME} unless set. */
  public StorageClientBuilder store(StoreConfiguration database) {
    store = Objects.requireNonNull(database, "database");
    return this;
  }

  /** Adds a region with a backend, its standard profiles, and {@code Limits.STANDARD}. */
  public StorageClientBuilder region(String name, Backend backend) {
    return region(name, RegionConfiguration.of(backend));
  }

  /** Adds a region with a backend, and changes its standard profiles and limits. */
  public StorageClientBuilder region(
      String name, Backend backend, UnaryOperator<RegionConfiguration> options) {
    return region(name, options.apply(RegionConfiguration.of(backend)));
  }

  /** Adds a region; one of the same name is replaced. The order is kept. */
  public StorageClientBuilder region(String name, RegionConfiguration region) {
    regions.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(region, "region"));
    return this;
  }

  /**
   * Adds the region {@code local} of the embedded backend in a folder, which is made when it is
   * first used.
   *
   * @throws dev.mooring.error.InvalidRequestException when {@code sdk-embedded} is not on the class
   *     path
   */
  public StorageClientBuilder embedded(Path root) {
    return region(
        "local", Backends.configure("embedded", Settings.of(Map.of("root", root.toString()))));
  }

  /**
   * Adds the region {@code local} of an embedded backend that is gone when it is closed.
   *
   * @throws dev.mooring.error.InvalidRequestException when {@code sdk-embedded} is not on the class
   *     path
   */
  public StorageClientBuilder inMemory() {
    return region("local", Backends.configure("embedded", Settings.of(Map.of("inMemory", "true"))));
  }

  /** The price book; drives at 0.10 USD per GB-month unless set. */
  public StorageClientBuilder prices(PriceBook book) {
    prices = Objects.requireNonNull(book, "book");
    return this;
  }

  /** How long to wait; {@code Timeouts.STANDARD} unless set: 30 s for a request, 5 minutes else. */
  public StorageClientBuilder timeouts(Timeouts newTimeouts) {
    timeouts = Objects.requireNonNull(newTimeouts, "newTimeouts");
    return this;
  }

  /** How calls to backends are repeated; {@code RetrySettings.STANDARD} unless set. */
  public StorageClientBuilder retry(RetrySettings settings) {
    retry = Objects.requireNonNull(settings, "settings");
    return this;
  }

  /** Adds somebody who hears of every call to a backend; several hear in the order added. */
  public StorageClientBuilder listener(CallListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /** This machine's clock, for tests; backends with a clock of their own use that. */
  public StorageClientBuilder clock(Clock newClock) {
    clock = Objects.requireNonNull(newClock, "newClock");
    return this;
  }

  /**
   * Builds the client, of the region {@code local} embedded under {@code $MOORING_HOME} (default
   * {@code ~/.mooring}) when no region was added. Asks no backend yet. May be repeated: each client
   * is one of its own.
   *
   * @throws dev.mooring.error.InvalidRequestException with every mistake of the configuration
   */
  public StorageClient build() {
    return DefaultStorageClient.open(configuration(), List.copyOf(listeners), clock);
  }

  /** The configuration that this builder says, not checked yet. */
  public Configuration configuration() {
    if (regions.isEmpty()) {
      embedded(Backends.home());
    }
    return new Configuration(
        account, owner, role, home, defaultRegion, store, regions, prices, timeouts, retry);
  }
}
