package dev.mooring.testkit.store;

import dev.mooring.access.Owner;
import dev.mooring.attachment.MountState;
import dev.mooring.attachment.Target;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.Labels;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import java.time.Instant;
import java.util.List;

/** Records as core makes them, for tests of stores and backends. */
public final class SampleRecords {
  /** The account of sample records. */
  public static final String ACCOUNT = "acme";

  /** The region of sample records. */
  public static final String REGION = "local";

  /** The time at which sample records begin. */
  public static final Instant START = Instant.parse("2026-11-01T10:00:00Z");

  private SampleRecords() {}

  /** A drive of 1 GB of the sample account, that is being created. */
  public static VolumeRecord drive(String name) {
    return drive(ACCOUNT, name, Capacity.gb(1));
  }

  /** A drive that is being created. */
  public static VolumeRecord drive(String account, String name, Capacity size) {
    VolumeSpec spec =
        new VolumeSpec(
            VolumeId.random(),
            account,
            VolumeKind.DRIVE,
            name,
            Owner.user("ana"),
            REGION,
            "block",
            size.bytes(),
            null,
            null,
            null,
            null,
            Labels.none());
    OperationId id = OperationId.random(REGION, "drive", name, OperationType.CREATE);
    return VolumeRecord.draft(
        "drive-" + name, spec, OperationRecord.start(id, OperationType.CREATE, START));
  }

  /** The same drive with a label. */
  public static VolumeRecord labelled(VolumeRecord record, String key, String value) {
    VolumeSpec old = record.spec();
    return record.withSpec(
        new VolumeSpec(
            old.id(),
            old.account(),
            old.kind(),
            old.name(),
            old.owner(),
            old.region(),
            old.profile(),
            old.sizeBytes(),
            old.accessMode(),
            old.storageClass(),
            old.description(),
            old.mountPath(),
            old.labels().with(key, value)));
  }

  /** A target of the sample account, with nothing mounted. */
  public static TargetRecord target(Target target, String token) {
    return new TargetRecord(
        "target-" + target.kind().word() + "-" + target.name(),
        "",
        Instant.EPOCH,
        ACCOUNT,
        target.region(REGION),
        token,
        START.plusSeconds(600),
        null,
        null,
        List.of(),
        List.of(),
        List.of());
  }

  /** A mount of a volume that is attached. */
  public static TargetMount mount(VolumeRecord volume, String path) {
    return new TargetMount(
        volume.key(),
        volume.spec().id(),
        volume.spec().kind(),
        volume.spec().name(),
        new MountPath(path),
        false,
        MountState.ATTACHED,
        START);
  }
}
