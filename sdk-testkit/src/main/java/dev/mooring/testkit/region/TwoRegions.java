package dev.mooring.testkit.region;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.StorageClientBuilder;
import dev.mooring.access.Owner;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.config.RetrySettings;
import dev.mooring.config.Timeouts;
import dev.mooring.spi.AccountRecord;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.Naming;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.contract.BackendFixture;
import dev.mooring.testkit.contract.Kind;
import dev.mooring.testkit.contract.Leftovers;
import dev.mooring.testkit.fault.InterceptedBackend;
import dev.mooring.testkit.fault.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A fresh account over the two regions of a fixture, and clients of it that know one region or
 * both, as separate processes would have them. Not thread-safe.
 */
final class TwoRegions implements AutoCloseable {
  /** The first region: the home, unless a test says otherwise. */
  static final String HOME = "us-central";

  static final String OTHER = "eu-west";

  final String account = "t" + UUID.randomUUID().toString().substring(0, 8);
  private final RegionsFixture fixture;
  private final List<AutoCloseable> opened = new ArrayList<>();

  TwoRegions(RegionsFixture fixture) {
    this.fixture = fixture;
  }

  private BackendFixture place(String region) {
    return region.equals(HOME) ? fixture.first() : fixture.second();
  }

  /** The settings of a client that knows these regions. */
  StorageClientBuilder builder(@Nullable String home, String... regions) {
    StorageClientBuilder builder =
        StorageClient.builder()
            .account(account)
            .owner(Owner.user("ana"))
            .clock(clock())
            .retry(new RetrySettings(1, 0))
            .timeouts(new Timeouts(Duration.ofSeconds(30), Eventually.PATIENCE));
    for (String region : regions) {
      builder.region(region, configuration(region));
    }
    return home == null ? builder : builder.home(home);
  }

  RegionConfiguration configuration(String region) {
    BackendFixture place = place(region);
    return RegionConfiguration.of(place.backend()).withProfiles(Kind.all(place));
  }

  StorageClient open(StorageClientBuilder builder) {
    StorageClient client = builder.build();
    opened.add(client);
    return client;
  }

  /** A client of both regions. */
  StorageClient connect() {
    return open(builder(HOME, HOME, OTHER));
  }

  /** A client that knows one region only. */
  StorageClient alone(String region) {
    return open(builder(null, region));
  }

  /** A client of both regions with an interceptor around their backends. */
  StorageClient connect(Interceptor interceptor) {
    StorageClientBuilder builder = builder(HOME, HOME, OTHER);
    InterceptedBackend.around(builder, interceptor);
    return open(builder);
  }

  /** A client that knows one region only, with an interceptor around its backend. */
  StorageClient alone(String region, Interceptor interceptor) {
    StorageClientBuilder builder = builder(null, region);
    InterceptedBackend.around(builder, interceptor);
    return open(builder);
  }

  /** A client of both regions, with one of them changed. */
  StorageClient connect(String region, UnaryOperator<RegionConfiguration> change) {
    return open(builder(HOME, HOME, OTHER).region(region, change.apply(configuration(region))));
  }

  private Clock clock() {
    return fixture.first().clock().<Clock>map(clock -> clock).orElse(Clock.systemUTC());
  }

  /** A region's backend, past the SDK. */
  StorageBackend raw(String region) {
    BackendFixture place = place(region);
    StorageBackend backend =
        place
            .backend()
            .connect(
                new BackendContext(
                    region,
                    account,
                    Owner.user("ana"),
                    Kind.all(place),
                    null,
                    Duration.ofSeconds(30),
                    clock()));
    opened.add(backend);
    return backend;
  }

  private Naming naming(String region) {
    return raw(region).ability(Naming.class).orElseThrow();
  }

  /** The names that are reserved in a region. */
  List<NameRecord> names(String region) {
    return naming(region).names().list(RecordQuery.where(Map.of())).records();
  }

  /** What a region's record of the account says. */
  Optional<AccountRecord> account(String region) {
    return naming(region).accounts().list(RecordQuery.where(Map.of())).records().stream()
        .findFirst();
  }

  /** The volumes that are recorded in both regions. */
  List<VolumeRecord> volumes() {
    List<VolumeRecord> all = new ArrayList<>();
    for (String region : List.of(HOME, OTHER)) {
      all.addAll(raw(region).volumes().list(RecordQuery.where(Map.of())).records());
    }
    return all;
  }

  /** Asserts that every volume has its name, confirmed, and that no other name is reserved. */
  void assertNamesOfVolumes() {
    assertThat(names(HOME)).allMatch(NameRecord::confirmed);
    assertThat(names(HOME))
        .extracting(name -> name.region() + " " + name.resource() + " " + name.volumeId())
        .containsExactlyInAnyOrderElementsOf(
            volumes().stream()
                .map(v -> v.spec().region() + " " + v.resource() + " " + v.spec().id())
                .toList());
    assertThat(names(OTHER)).isEmpty();
  }

  /** Removes everything as a user would, and asserts that neither volume nor name is left. */
  @Override
  public void close() {
    try {
      for (String region : List.of(HOME, OTHER)) {
        Leftovers.remove(alone(region));
        Leftovers.assertNone(raw(region), place(region), account);
      }
      Eventually.passes(
          Duration.ofSeconds(30),
          () -> {
            connect().recover();
            assertThat(names(HOME)).isEmpty();
          });
      assertThat(names(OTHER)).isEmpty();
    } finally {
      for (AutoCloseable one : opened) {
        closeQuietly(one);
      }
    }
  }

  private static void closeQuietly(AutoCloseable client) {
    try {
      client.close();
    } catch (Exception e) {
      throw new AssertionError("a client cannot be closed", e);
    }
  }
}
