package dev.mooring.internal.layer;

import dev.mooring.access.Owner;
import dev.mooring.attachment.MountState;
import dev.mooring.attachment.Target;
import dev.mooring.error.Problem;
import dev.mooring.error.UnavailableException;
import dev.mooring.filesystem.ShareState;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.ShareRecord;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.SnapshotSpec;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.Labels;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import java.time.Instant;
import java.util.List;

/** Valid values of the region {@code here} and the account {@code acme}. */
final class Samples {
  static final String REGION = "here";
  static final String ACCOUNT = "acme";
  static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
  static final String KEY = "drive-data-0123456789";

  private Samples() {}

  static VolumeSpec spec() {
    return spec(ACCOUNT);
  }

  static VolumeSpec spec(String account) {
    return new VolumeSpec(
        new VolumeId("vol-0123456789abcdef0123456789abcdef"),
        account,
        VolumeKind.DRIVE,
        "data",
        Owner.user("ana"),
        REGION,
        "block",
        1_000_000_000,
        null,
        null,
        null,
        null,
        Labels.none());
  }

  static OperationRecord operation(String region) {
    return OperationRecord.start(
        OperationId.random(region, "drive", "data", OperationType.CREATE),
        OperationType.CREATE,
        TIME);
  }

  static ShareRecord share() {
    return new ShareRecord(
        "0123456789abcdef0123456789abcdef",
        "team-b",
        "datasets",
        true,
        ShareState.MADE,
        TIME,
        new OperationId("us-central/fs/datasets/share-0123456789ab"));
  }

  static VolumeRecord volume() {
    return VolumeRecord.draft(KEY, spec(), operation(REGION)).stored("1", TIME);
  }

  static SnapshotRecord snapshot() {
    return SnapshotRecord.draft(
            "snapshot-s-0123456789", SnapshotSpec.of(volume(), "s"), operation(REGION))
        .stored("1", TIME);
  }

  static TargetRecord target() {
    return target("target-0123456789abcdef0123", ACCOUNT);
  }

  static TargetRecord target(String key, String account) {
    return new TargetRecord(
        key,
        "1",
        TIME,
        account,
        Target.instance("trainer-0"),
        "token",
        TIME,
        null,
        null,
        List.of(mount()),
        List.of(),
        List.of());
  }

  static TargetMount mount() {
    return new TargetMount(
        KEY,
        spec().id(),
        VolumeKind.DRIVE,
        "data",
        new MountPath("/data"),
        false,
        MountState.ATTACHED,
        TIME);
  }

  static UnavailableException unavailable() {
    return new UnavailableException(Problem.tried("read").on("drive/data").because("it is down"));
  }
}
