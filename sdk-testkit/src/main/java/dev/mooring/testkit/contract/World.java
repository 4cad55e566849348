package dev.mooring.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.StorageClientBuilder;
import dev.mooring.access.Owner;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.config.Timeouts;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.Index;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.Trash;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.fault.InterceptedBackend;
import dev.mooring.testkit.fault.Interceptor;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The surroundings of one test: a fresh account, and clients of it as separate processes would have
 * them. Clients and connections end with it. Not thread-safe.
 */
public final class World implements AutoCloseable {
  /** The one region. */
  public static final String REGION = "us-central";

  /** The profile of drives with a trash, beside the fixture's own. */
  static final String KEPT = "kept";

  static final Duration TRASH = Duration.ofDays(7);

  final BackendFixture fixture;

  /** The account, which nobody else has. */
  public final String account = "t" + UUID.randomUUID().toString().substring(0, 8);

  private final List<AutoCloseable> opened = new ArrayList<>();

  /** Surroundings for a test of a fixture's backend. */
  public World(BackendFixture fixture) {
    this.fixture = fixture;
  }

  List<Profile> profiles() {
    List<Profile> profiles = new ArrayList<>(Kind.all(fixture));
    for (Kind<?, ?> kind : List.of(Kind.DRIVE, Kind.FILESYSTEM)) {
      if (kind.profile(fixture).isPresent()) {
        kind.pending(fixture).ifPresent(profiles::add);
      }
    }
    return profiles;
  }

  /** One more client of the account, as another process would have. */
  public StorageClient connect() {
    return connect(fixture.backend());
  }

  /** The same through another backend, which leads to the same store. */
  public StorageClient connect(Backend backend) {
    return connect(backend, UnaryOperator.identity());
  }

  StorageClient connect(Interceptor interceptor) {
    return connect(new InterceptedBackend(fixture.backend(), interceptor));
  }

  StorageClient connect(Backend backend, UnaryOperator<RegionConfiguration> options) {
    return open(builder(account, backend, options).build());
  }

  StorageClient connect(String otherAccount) {
    return open(builder(otherAccount, fixture.backend(), UnaryOperator.identity()).build());
  }

  /** The settings of a client of an account, for tests that change them. */
  public StorageClientBuilder builder(
      String name, Backend backend, UnaryOperator<RegionConfiguration> options) {
    RegionConfiguration region = RegionConfiguration.of(backend).withProfiles(profiles());
    return StorageClient.builder()
        .account(name)
        .owner(Owner.user("ana"))
        .clock(clock())
        .timeouts(new Timeouts(Duration.ofSeconds(30), Eventually.PATIENCE))
        .region(REGION, options.apply(region));
  }

  /** The backend itself, past the SDK. */
  StorageBackend raw(String name) {
    return open(
        fixture
            .backend()
            .connect(
                new BackendContext(
                    REGION,
                    name,
                    Owner.user("ana"),
                    profiles(),
                    null,
                    Duration.ofSeconds(30),
                    clock())));
  }

  /** The backend itself, past the SDK: looking at it helps nothing on. */
  public StorageBackend raw() {
    return raw(account);
  }

  private Clock clock() {
    return fixture.clock().<Clock>map(clock -> clock).orElse(Clock.systemUTC());
  }

  private <T extends AutoCloseable> T open(T client) {
    opened.add(client);
    return client;
  }

  /** Lets the backend's time go past an instant. */
  void passUntil(Instant instant) {
    fixture.clock().ifPresent(clock -> clock.set(instant.plusSeconds(1)));
    StorageBackend backend = raw();
    Eventually.holds("the backend's clock passes " + instant, () -> backend.now().isAfter(instant));
  }

  /** Lets the time of a volume in the trash be over, past the SDK: the backend's clock stays. */
  void expire(String name, VolumeKind kind) {
    StorageBackend backend = raw();
    VolumeRecord record =
        backend.volumes().list(RecordQuery.where(Map.of(Index.NAME, name))).records().stream()
            .filter(found -> found.spec().kind() == kind)
            .findFirst()
            .orElseThrow();
    Instant over = backend.now().minusSeconds(60);
    Trash trash = new Trash(over.minus(TRASH), over);
    assertThat(backend.volumes().swap(record.withTrash(trash))).as("%s expires", name).isPresent();
  }

  /** The backend to use where a launch grace must pass. */
  Backend hasty() {
    return fixture.clock().isPresent() ? fixture.backend() : fixture.backendWithShortGrace();
  }

  /** Asserts that nothing of an account is there: no record, no instance, no bytes. */
  public void assertEmpty(String name) {
    Leftovers.assertNone(raw(name), fixture, name);
  }

  /** Asserts that no drive's record names a holder any more. */
  public void assertNoClaims() {
    assertThat(raw().volumes().list(RecordQuery.where(Map.of())).records())
        .as("records with a holder")
        .noneMatch(record -> record.holder().isPresent());
  }

  /** Removes everything of an account, as a user would. */
  void clean(String name) {
    Leftovers.remove(connect(name));
  }

  static VolumeRef ref(String drive) {
    return VolumeRef.drive(drive);
  }

  /** Removes everything of the account, asserts that it is gone, and closes the clients. */
  @Override
  public void close() {
    try {
      clean(account);
      assertEmpty(account);
    } finally {
      for (AutoCloseable client : opened) {
        closeQuietly(client);
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
