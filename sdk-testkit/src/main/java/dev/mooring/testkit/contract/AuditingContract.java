package dev.mooring.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.admin.Audit;
import dev.mooring.admin.AuditFinding;
import dev.mooring.admin.AuditKind;
import dev.mooring.admin.AuditReport;
import dev.mooring.admin.AuditRequest;
import dev.mooring.attachment.MountState;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.ConflictException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.UnsupportedException;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.Capability;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.StoredRecord;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.fault.Crash;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Audits: what the records say of each other; what only a backend sees is for its own tests. */
abstract class AuditingContract extends Contract<CloudDrive, CreateDrive> {
  private static final Duration LONG = Duration.ofHours(2);

  private StorageBackend raw;

  AuditingContract() {
    super(Kind.DRIVE);
  }

  @BeforeEach
  void requireAudits() {
    raw = world.raw();
    if (!can(Capability.AUDIT)) {
      UnsupportedException refused =
          catchThrowableOfType(UnsupportedException.class, () -> storage.admin().audit());
      assertThat(refused).isNotNull();
      assertThat(refused.capability()).isEqualTo("AUDIT");
      Assumptions.abort("the backend has no audits");
    }
  }

  /** What a client finds that would die of changing anything. */
  private AuditReport report() {
    return world.connect(Crash.after(0)).admin().audit().report();
  }

  private List<StoredRecord> records() {
    List<StoredRecord> records = new ArrayList<>();
    records.addAll(raw.volumes().list(RecordQuery.where(Map.of())).records());
    records.addAll(raw.targets().list(RecordQuery.where(Map.of())).records());
    return records;
  }

  /** All records; without the versions of volumes, for whoever runs the cluster writes to them. */
  private List<StoredRecord> contents() {
    return records().stream()
        .map(r -> r instanceof VolumeRecord volume ? volume.stored("", volume.createdAt()) : r)
        .toList();
  }

  private VolumeRecord drive() {
    return raw.volumes().list(RecordQuery.where(Map.of())).records().get(0);
  }

  private TargetRecord target() {
    return raw.targets().list(RecordQuery.where(Map.of())).records().get(0);
  }

  /** Lets the record of a target name a drive that nobody has. */
  private void plantMissingVolume() {
    volume("workspace");
    attach("a", "workspace");
    List<TargetMount> mounts = new ArrayList<>(target().mounts());
    mounts.add(
        new TargetMount(
            "drive-lost-0123456789abcdef0123",
            VolumeId.random(),
            VolumeKind.DRIVE,
            "lost",
            new MountPath("/lost"),
            false,
            MountState.ATTACHED,
            raw.now()));
    assertThat(raw.targets().swap(target().withMounts(mounts))).isPresent();
  }

  @Test
  void anAccountThatIsWellHasNoFindings() {
    volume("workspace");
    volume("spare").delete().await(PATIENCE);
    attach("a", "workspace");
    if (can(Capability.SNAPSHOTS)) {
      storage.cloudDrives().named("workspace").snapshot("first").await(PATIENCE);
    }
    List<StoredRecord> before = contents();
    AuditReport report = report();
    assertThat(report.findings()).isEmpty();
    assertThat(report.isClean()).isTrue();
    assertThat(report.account()).isEqualTo(world.account);
    assertThat(report.regions()).containsExactly(REGION);
    assertThat(contents()).as("an audit changes nothing").isEqualTo(before);
  }

  @Test
  void aTargetThatNamesAVolumeWhichIsGoneIsFoundAndMended() {
    plantMissingVolume();
    List<StoredRecord> before = records();
    Audit audit = storage.admin().audit();
    AuditFinding finding = only(audit.report(), AuditKind.MISSING_VOLUME);
    assertThat(finding.resource()).isEqualTo("instance/a");
    assertThat(finding.words()).contains("drive/lost");
    assertThat(finding.action().automatic()).isTrue();
    assertThat(records()).isEqualTo(before);
    assertThat(report().findings()).as("and is found again").containsExactly(finding);

    assertThat(audit.apply(finding.id()).words()).contains("drive/lost");

    assertThat(target().mounts()).extracting(TargetMount::name).containsExactly("workspace");
    assertThat(raw.volumes().list(RecordQuery.where(Map.of())).records())
        .as("nothing else changed")
        .isEqualTo(before.subList(0, 1));
    assertThat(report().findings()).isEmpty();
    assertThatThrownBy(() -> audit.apply(finding.id())).isInstanceOf(ConflictException.class);
  }

  @Test
  void aDriveThatIsHeldForATargetWithoutARecordIsFoundAndFreed() {
    volume("workspace");
    attach("a", "workspace");
    assertThat(raw.targets().delete(target())).isTrue();
    Audit audit = storage.admin().audit();
    AuditFinding finding = only(audit.report(), AuditKind.MISSING_TARGET);
    assertThat(finding.resource()).isEqualTo("drive/workspace");
    assertThat(finding.words()).contains("instance/a");
    assertThat(drive().holder()).isPresent();
    audit.apply(finding.id());
    assertThat(drive().holder()).isEmpty();
    assertThat(report().findings()).isEmpty();
  }

  @Test
  void anOperationThatNobodyGoesOnWithIsFoundAndFinished() {
    volume("workspace");
    Instant begun = raw.now().minus(LONG);
    OperationId id = OperationId.random(REGION, "drive", "workspace", OperationType.DELETE);
    OperationRecord deletion =
        OperationRecord.start(id, OperationType.DELETE, begun)
            .with(begun, ProvisioningState.DELETING.name(), "");
    assertThat(raw.volumes().swap(drive().withOperation(deletion))).isPresent();

    Audit audit = storage.admin().audit();
    AuditFinding finding = only(audit.report(), AuditKind.STALE_OPERATION);
    assertThat(finding.resource()).isEqualTo("drive/workspace");
    assertThat(finding.words()).contains("delete", "DELETING");
    assertThat(finding.sinceIfKnown()).contains(begun);
    assertThat(storage.admin().audit(patient()).report().findings()).isEmpty();
    assertThat(drive().running(OperationType.DELETE)).contains(deletion);

    audit.apply(finding.id());
    Eventually.holds(
        "the drive is gone",
        () -> raw.volumes().list(RecordQuery.where(Map.of())).records().isEmpty());
    assertThat(report().findings()).isEmpty();
  }

  private static AuditRequest patient() {
    return AuditRequest.everywhere().staleAfter(LONG.multipliedBy(2));
  }

  @Test
  void aDeletionThatWaitsForItsUsersIsNoFinding() {
    CloudDrive drive = volume("workspace");
    attach("a", "workspace");
    var deletion = drive.deleteWhenDetached();
    assertThat(
            storage
                .admin()
                .audit(AuditRequest.everywhere().staleAfter(Duration.ZERO))
                .report()
                .findings())
        .isEmpty();
    storage.attachments().of(instance("a")).detachAll().await(PATIENCE);
    deletion.await(PATIENCE);
  }

  @Test
  void whatHasChangedSinceIsLeftAlone() {
    plantMissingVolume();
    Audit audit = storage.admin().audit();
    AuditFinding finding = only(audit.report(), AuditKind.MISSING_VOLUME);
    assertThat(raw.targets().swap(target().withGrace(raw.now().plus(LONG)))).isPresent();
    List<StoredRecord> before = records();
    assertThatThrownBy(() -> audit.apply(finding.id()))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("instance/a")
        .hasMessageContaining("udit again");
    assertThat(records()).isEqualTo(before);

    Audit again = storage.admin().audit();
    AuditFinding now = only(again.report(), AuditKind.MISSING_VOLUME);
    assertThat(now.id()).isNotEqualTo(finding.id());
    again.apply(now.id());
  }

  @Test
  void anAuditShowsNothingOfOtherAccounts() {
    plantMissingVolume();
    assertThat(world.connect(world.account + "x").admin().audit().report().findings()).isEmpty();
    Audit mine = storage.admin().audit();
    mine.apply(only(mine.report(), AuditKind.MISSING_VOLUME).id());
  }

  @Test
  void whatCannotBeAuditedIsRefused() {
    Audit audit = storage.admin().audit();
    assertThatThrownBy(() -> audit.apply("0123456789ab"))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("0123456789ab");
    assertThatThrownBy(() -> storage.admin().audit(AuditRequest.everywhere().in("nowhere")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(REGION);
    assertThatThrownBy(
            () ->
                storage.admin().audit(AuditRequest.everywhere().staleAfter(Duration.ofSeconds(-1))))
        .isInstanceOf(InvalidRequestException.class);
  }

  private static AuditFinding only(AuditReport report, AuditKind kind) {
    assertThat(report.findings()).singleElement().extracting(AuditFinding::kind).isEqualTo(kind);
    return report.findings().get(0);
  }
}
