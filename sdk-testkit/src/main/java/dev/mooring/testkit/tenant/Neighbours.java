package dev.mooring.testkit.tenant;

import static dev.mooring.volume.Capacity.gb;

import dev.mooring.StorageClient;
import dev.mooring.access.Owner;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.config.Timeouts;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.Capability;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.Snapshotting;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.StoredRecord;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.contract.BackendFixture;
import dev.mooring.testkit.contract.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Two accounts in one store. The first has belongings that are there, and some of another name that
 * were there; the second has nothing.
 */
final class Neighbours implements AutoCloseable {
  static final String REGION = "us-central";
  static final String OWNER = "owner-of-the-first";

  private final BackendFixture fixture;
  private final String suffix = UUID.randomUUID().toString().substring(0, 8);
  final String first = "a" + suffix;
  final String second = "b" + suffix;
  final StorageClient a;
  final StorageClient b;
  final Belongings there;
  final Belongings gone;
  private final List<AutoCloseable> opened = new ArrayList<>();

  Neighbours(BackendFixture fixture) {
    this.fixture = fixture;
    a = open(client(first, OWNER));
    b = open(client(second, "bob"));
    // Where each account has a place of its own, it is made with the first volume.
    b.cloudDrives()
        .create("first", d -> d.size(gb(1)).region(REGION))
        .await(Eventually.PATIENCE)
        .purge()
        .await(Eventually.PATIENCE);
    gone = belongings();
    gone.remove(a);
    there = belongings();
    // Whoever looks at a living target notes that once.
    a.attachments().of(there.target()).list();
  }

  private Belongings belongings() {
    return Belongings.make(
        a,
        REGION,
        "word-" + UUID.randomUUID().toString().substring(0, 5),
        hasFilesystems(),
        hasSnapshots());
  }

  boolean hasSnapshots() {
    return fixture.capabilities().contains(Capability.SNAPSHOTS);
  }

  boolean hasFilesystems() {
    return fixture.filesystemProfile().isPresent();
  }

  private StorageClient client(String account, String owner) {
    return StorageClient.builder()
        .account(account)
        .owner(Owner.user(owner))
        .clock(clock())
        .timeouts(new Timeouts(Duration.ofSeconds(30), Eventually.PATIENCE))
        .region(REGION, RegionConfiguration.of(fixture.backend()).withProfiles(Kind.all(fixture)))
        .build();
  }

  private Clock clock() {
    return fixture.clock().<Clock>map(clock -> clock).orElse(Clock.systemUTC());
  }

  /** The backend itself, past the SDK. */
  StorageBackend raw(String account) {
    return open(
        fixture
            .backend()
            .connect(
                new BackendContext(
                    REGION,
                    account,
                    Owner.user("ana"),
                    Kind.all(fixture),
                    null,
                    Duration.ofSeconds(30),
                    clock())));
  }

  /**
   * All records of an account, word for word; the versions of volumes are left out, for whoever
   * runs the cluster writes to them too.
   */
  List<StoredRecord> records(String account) {
    StorageBackend raw = raw(account);
    List<StoredRecord> records = new ArrayList<>();
    raw.volumes()
        .list(RecordQuery.where(Map.of()))
        .records()
        .forEach(volume -> records.add(volume.stored("", volume.createdAt())));
    records.addAll(raw.targets().list(RecordQuery.where(Map.of())).records());
    raw.ability(Snapshotting.class)
        .ifPresent(
            ability ->
                records.addAll(ability.snapshots().list(RecordQuery.where(Map.of())).records()));
    return records;
  }

  private <T extends AutoCloseable> T open(T client) {
    opened.add(client);
    return client;
  }

  @Override
  public void close() {
    try {
      there.remove(a);
      Eventually.passes(
          Duration.ofSeconds(10),
          () -> {
            fixture.assertEmpty(first);
            fixture.assertEmpty(second);
          });
    } finally {
      opened.forEach(Neighbours::closeQuietly);
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
