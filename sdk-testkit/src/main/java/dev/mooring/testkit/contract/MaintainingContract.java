package dev.mooring.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.error.ConflictException;
import dev.mooring.error.ErrorCode;
import dev.mooring.maintenance.MaintainedSnapshot;
import dev.mooring.maintenance.MaintenanceReport;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationType;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.snapshot.SnapshotId;
import dev.mooring.snapshot.SnapshotSchedule;
import dev.mooring.snapshot.SnapshotStatus;
import dev.mooring.spi.Backend;
import dev.mooring.spi.Capability;
import dev.mooring.spi.Index;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.SnapshotSpec;
import dev.mooring.spi.Snapshotting;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.fault.Crash;
import dev.mooring.testkit.fault.InterceptedBackend;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scheduled snapshots: taken when they are due, kept by rules, and nobody else's touched. */
abstract class MaintainingContract<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    extends Contract<V, C> {
  private static final SnapshotSchedule TWO_HOURS = SnapshotSchedule.ofHourly(2);

  MaintainingContract(Kind<V, C> kind) {
    super(kind);
  }

  @BeforeEach
  void whatIsNotThereIsReported() {
    if (!can(Capability.SNAPSHOTS)) {
      volume("workspace");
      MaintenanceReport report = client(TWO_HOURS).maintenance().run();
      assertThat(report.taken()).isEmpty();
      assertThat(report.failed())
          .singleElement()
          .satisfies(
              failure -> {
                assertThat(failure.code()).isEqualTo(ErrorCode.UNSUPPORTED);
                assertThat(failure.resource()).isEqualTo(kind.ref("workspace").toString());
              });
      Assumptions.abort("the backend takes no snapshots");
    }
  }

  /** A client whose default profile of the kind has a schedule. */
  private StorageClient client(SnapshotSchedule schedule) {
    return client(fixture().backend(), schedule);
  }

  private StorageClient client(Backend backend, SnapshotSchedule schedule) {
    return world.connect(
        backend,
        region ->
            region.withProfiles(
                world.profiles().stream()
                    .map(
                        p ->
                            p.kind() == kind.kind() && p.isDefault()
                                ? p.withSnapshots(schedule)
                                : p)
                    .toList()));
  }

  /** A snapshot as a schedule took it at an instant. */
  private Snapshot taken(String volume, Instant time) {
    StorageBackend raw = world.raw();
    VolumeRecord record =
        raw
            .volumes()
            .list(RecordQuery.where(Map.of(Index.ACCOUNT, world.account)))
            .records()
            .stream()
            .filter(r -> r.spec().ref().equals(kind.ref(volume)))
            .findFirst()
            .orElseThrow();
    Snapshotting snapshotting = raw.ability(Snapshotting.class).orElseThrow();
    SnapshotSpec bare =
        SnapshotSpec.of(record, "past-" + time.getEpochSecond()).withScheduledAt(time);
    SnapshotSpec spec = snapshotting.check(record, bare).spec();
    String key = "snapshot-past-" + spec.id().value().substring(5, 25);
    OperationId id = OperationId.random(REGION, Index.SNAPSHOT, key, OperationType.SNAPSHOT);
    OperationRecord intent = OperationRecord.start(id, OperationType.SNAPSHOT, raw.now());
    snapshotting.snapshots().create(SnapshotRecord.draft(key, spec, intent));
    Eventually.holds(
        spec.name() + " is whole",
        () -> storage.snapshots().get(spec.id().value()).status() == SnapshotStatus.READY);
    return storage.snapshots().get(spec.id().value());
  }

  private Instant now() {
    return world.raw().now();
  }

  private static List<SnapshotId> ids(List<MaintainedSnapshot> snapshots) {
    return snapshots.stream().map(MaintainedSnapshot::id).toList();
  }

  @Test
  void whatIsDueIsTakenOnce() {
    V volume = volume("workspace");
    SnapshotSchedule months = SnapshotSchedule.ofMonthly(3);
    MaintenanceReport first = client(months).maintenance().run();
    assertThat(first.failed()).isEmpty();
    assertThat(first.taken())
        .singleElement()
        .satisfies(
            taken -> {
              assertThat(taken.volume()).isEqualTo(kind.ref("workspace"));
              assertThat(taken.region()).isEqualTo(REGION);
              assertThat(taken.name()).isEqualTo(monthly());
            });
    assertThat(ids(first.kept())).isEqualTo(ids(first.taken()));
    assertThat(first.kept().get(0).reasons()).containsExactly("monthly");
    MaintenanceReport again = client(months).maintenance().run();
    assertThat(again.taken()).isEmpty();
    assertThat(again.deleted()).isEmpty();
    assertThat(again.failed()).isEmpty();
    assertThat(ids(again.kept())).isEqualTo(ids(first.taken()));
    assertThat(volume.snapshots())
        .singleElement()
        .satisfies(
            snapshot -> {
              assertThat(snapshot.status()).isEqualTo(SnapshotStatus.READY);
              assertThat(snapshot.scheduledAt()).isPresent();
            });
  }

  private String monthly() {
    String month = DateTimeFormatter.ofPattern("yyyyMM").format(now().atOffset(ZoneOffset.UTC));
    return "scheduled-monthly-" + month;
  }

  @Test
  void whatNoRuleKeepsIsDeletedAndNothingElse() {
    V volume = volume("workspace");
    Snapshot mine = volume.snapshot("mine").await(PATIENCE);
    Snapshot oldest = taken("workspace", now().minus(Duration.ofHours(30)));
    Snapshot older = taken("workspace", now().minus(Duration.ofHours(20)));
    Snapshot old = taken("workspace", now().minus(Duration.ofHours(10)));
    MaintenanceReport report = client(TWO_HOURS).maintenance().run();
    assertThat(report.failed()).isEmpty();
    assertThat(report.taken()).hasSize(1);
    SnapshotId taken = report.taken().get(0).id();
    assertThat(ids(report.deleted())).containsExactlyInAnyOrder(oldest.id(), older.id());
    assertThat(ids(report.kept())).containsExactlyInAnyOrder(taken, old.id());
    assertThat(volume.snapshots())
        .extracting(Snapshot::id)
        .containsExactlyInAnyOrder(mine.id(), taken, old.id());
    assertThat(mine.refresh().scheduledAt()).isEmpty();
  }

  @Test
  void volumesWithoutAScheduleAreLeftAlone() {
    V volume = volume("workspace");
    Snapshot old = taken("workspace", now().minus(Duration.ofHours(30)));
    Snapshot older = taken("workspace", now().minus(Duration.ofHours(40)));
    MaintenanceReport report = storage.maintenance().run();
    assertThat(report.taken()).isEmpty();
    assertThat(report.deleted()).isEmpty();
    assertThat(report.kept()).isEmpty();
    assertThat(report.failed()).isEmpty();
    assertThat(volume.snapshots())
        .extracting(Snapshot::id)
        .containsExactlyInAnyOrder(old.id(), older.id());
  }

  @Test
  void aClockThatWentBackDeletesNothingAndSaysSo() {
    V volume = volume("workspace");
    Snapshot ahead = taken("workspace", now().plus(Duration.ofHours(30)));
    Snapshot old = taken("workspace", now().minus(Duration.ofHours(30)));
    MaintenanceReport report = client(TWO_HOURS).maintenance().run();
    assertThat(report.taken()).isEmpty();
    assertThat(report.deleted()).isEmpty();
    assertThat(report.failed())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.code()).isEqualTo(ErrorCode.CONFLICT);
              assertThat(failure.message()).contains(ahead.id().value());
            });
    assertThat(volume.snapshots())
        .extracting(Snapshot::id)
        .containsExactlyInAnyOrder(ahead.id(), old.id());
  }

  @Test
  void whatFailsForOneVolumeDoesNotStopTheOthers() {
    V first = volume("first");
    V second = volume("second");
    Snapshot mine = first.snapshot(monthly()).await(PATIENCE);
    MaintenanceReport report = client(SnapshotSchedule.ofMonthly(1)).maintenance().run();
    assertThat(report.failed())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.resource()).isEqualTo(kind.ref("first").toString());
              assertThat(failure.code()).isEqualTo(ErrorCode.CONFLICT);
              assertThat(failure.message()).contains(monthly());
            });
    assertThat(report.taken())
        .extracting(MaintainedSnapshot::volume)
        .containsExactly(kind.ref("second"));
    assertThat(first.snapshots()).extracting(Snapshot::id).containsExactly(mine.id());
    assertThatThrownBy(() -> second.snapshot(monthly()))
        .as("nobody counts on what a schedule will delete")
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void ofManyWhoRunItOneSnapshotIsLeft() throws Exception {
    V volume = volume("workspace");
    Snapshot old = taken("workspace", now().minus(Duration.ofDays(80)));
    List<StorageClient> clients =
        List.of(client(SnapshotSchedule.ofMonthly(1)), client(SnapshotSchedule.ofMonthly(1)));
    List<MaintenanceReport> reports = Race.run(4, i -> clients.get(i % 2).maintenance().run());
    assertThat(reports).allSatisfy(report -> assertThat(report.failed()).isEmpty());
    assertThat(volume.snapshots())
        .singleElement()
        .satisfies(left -> assertThat(left.id()).isNotEqualTo(old.id()));
  }

  @Test
  void aRunThatDiedIsFinishedByTheNext() {
    V volume = volume("workspace");
    SnapshotSchedule one = SnapshotSchedule.ofMonthly(1);
    for (int step = 1; step <= 6; step++) {
      taken("workspace", now().minus(Duration.ofDays(80)));
      Backend dying = new InterceptedBackend(fixture().backend(), Crash.after(step));
      try {
        client(dying, one).maintenance().run();
      } catch (Crash.Death death) {
        // What it left is the next run's.
      }
      MaintenanceReport report = client(one).maintenance().run();
      assertThat(report.failed()).isEmpty();
      assertThat(volume.snapshots())
          .as("after a death at step " + step)
          .singleElement()
          .satisfies(left -> assertThat(left.name()).isEqualTo(monthly()));
      assertThat(storage.operations().running()).isEmpty();
      volume.snapshots().toList().forEach(left -> left.delete().await(PATIENCE));
    }
  }

  @Test
  void itRecoversAsWell() {
    volumes(storage).create(small("kept").profile(kind.kept())).await(PATIENCE);
    V kept = volumes(storage).named("kept");
    kept.delete().await(PATIENCE);
    MaintenanceReport report = client(TWO_HOURS).maintenance().run();
    assertThat(report.taken()).as("of what is in the trash").isEmpty();
    assertThat(report.failed()).isEmpty();
    if (fixture().clock().isPresent()) {
      world.passUntil(now().plus(World.TRASH).plusSeconds(60));
      assertThat(client(TWO_HOURS).maintenance().run().recovery().completed()).hasSize(1);
    }
  }
}
