package dev.mooring.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.attachment.ScratchMount;
import dev.mooring.attachment.Target;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.Claim;
import dev.mooring.spi.Created;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.Trash;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.Reason;
import dev.mooring.volume.SizeEnforcement;
import dev.mooring.volume.StatusReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class CreatingContract extends StoreTopic {
  @Test
  @DisplayName("starts empty")
  void startsEmpty() {
    assertThat(drives().get("drive-workspace")).isEmpty();
  }

  @Test
  @DisplayName("gives a record its version and time, and reads it back")
  void createsAndReads() {
    Created<VolumeRecord> created = drives().create(SampleRecords.drive("workspace"));

    assertThat(created.created()).isTrue();
    assertThat(created.record().version()).isNotEmpty();
    assertThat(created.record().createdAt()).isAfter(Instant.EPOCH);
    assertThat(drives().get("drive-workspace")).contains(created.record());
  }

  @Test
  @DisplayName("answers with the record that is there, and leaves it as it is")
  void createsOnlyIfAbsent() {
    VolumeRecord first = drives().create(SampleRecords.drive("workspace")).record();

    Created<VolumeRecord> second = drives().create(SampleRecords.drive("workspace"));

    assertThat(second).isEqualTo(new Created<>(first, false));
    assertThat(drives().get("drive-workspace")).contains(first);
  }

  @Test
  @DisplayName("ignores the version of what is created")
  void ignoresVersion() {
    VolumeRecord stored = drives().create(SampleRecords.drive("a")).record();
    assertThat(drives().delete(stored)).isTrue();

    Created<VolumeRecord> again = drives().create(stored);

    assertThat(again.created()).isTrue();
    assertThat(again.record().version()).isNotEqualTo(stored.version());
  }

  @Test
  @DisplayName("lets exactly one of many racing creates of a key win")
  void oneRacingCreateWins() throws InterruptedException {
    RecordStore<VolumeRecord> drives = drives();
    List<Created<VolumeRecord>> answers =
        race(16, i -> () -> drives.create(SampleRecords.drive("workspace")));

    assertThat(answers).filteredOn(Created::created).hasSize(1);
    assertThat(answers).extracting(Created::record).containsOnly(answers.get(0).record());
  }

  @Test
  @DisplayName("keeps every part of a volume's record")
  void keepsVolumes() {
    VolumeRecord draft = SampleRecords.labelled(SampleRecords.drive("full"), "team", "nlp");
    Instant at = SampleRecords.START;
    VolumeRecord full =
        draft
            .withClaim(new Claim("target-1", "instance/trainer-0", "token", at))
            .withTrash(new Trash(at, at.plusSeconds(60)))
            .withProvisioned(
                draft
                    .provisioned()
                    .gave(7, SizeEnforcement.NONE, Map.of("path", "/a/b"))
                    .to(ProvisioningState.AVAILABLE, at)
                    .because(new StatusReason(Reason.QUOTA, "wörds \"quoted\"\n", at), true))
            .withOperation(
                OperationRecord.start(
                        OperationId.random("local", "drive", "full", OperationType.DELETE),
                        OperationType.DELETE,
                        at)
                    .with(at, "STEP", "detail")
                    .failed(Reason.NO_CAPACITY, "full", at));

    VolumeRecord stored = drives().create(full).record();

    assertThat(stored).isEqualTo(full.stored(stored.version(), stored.createdAt()));
    assertThat(drives().get(full.key())).contains(stored);
  }

  @Test
  @DisplayName("keeps every part of a target's record")
  void keepsTargets() {
    TargetRecord draft =
        SampleRecords.target(Target.instance("trainer-0").namespace("n"), "token")
            .withMounts(List.of(SampleRecords.mount(SampleRecords.drive("a"), "/a")))
            .withScratch(List.of(new ScratchMount(Capacity.gib(5), new MountPath("/scratch"))))
            .seenAt(SampleRecords.START, "uid");
    RecordStore<TargetRecord> targets =
        fixture().targets(SampleRecords.ACCOUNT, SampleRecords.REGION);

    TargetRecord stored = targets.create(draft).record();

    assertThat(stored).isEqualTo(draft.stored(stored.version(), stored.createdAt()));
    assertThat(targets.get(draft.key())).contains(stored);
  }

  @Test
  @DisplayName("keeps volumes and targets, accounts, and regions apart")
  void keepsApart() {
    VolumeRecord mine = drives().create(SampleRecords.drive("workspace")).record();
    RecordStore<VolumeRecord> theirs = fixture().volumes("other", SampleRecords.REGION, null);
    RecordStore<VolumeRecord> elsewhere = fixture().volumes(SampleRecords.ACCOUNT, "mars", null);

    assertThat(theirs.get(mine.key())).isEmpty();
    assertThat(elsewhere.get(mine.key())).isEmpty();
    assertThat(fixture().targets(SampleRecords.ACCOUNT, SampleRecords.REGION).get(mine.key()))
        .isEmpty();
    assertThat(theirs.create(SampleRecords.drive("other", "workspace", Capacity.gb(2))).created())
        .isTrue();
    assertThat(theirs.swap(mine)).isEmpty();
    assertThat(drives().get(mine.key())).contains(mine);
  }
}
