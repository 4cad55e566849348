package dev.mooring.internal.codec;

import dev.mooring.access.Owner;
import dev.mooring.attachment.MountState;
import dev.mooring.attachment.ScratchMount;
import dev.mooring.attachment.Target;
import dev.mooring.attachment.TargetKind;
import dev.mooring.filesystem.ShareState;
import dev.mooring.operation.OperationEvent;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.snapshot.SnapshotId;
import dev.mooring.snapshot.VolumeSource;
import dev.mooring.spi.AccountRecord;
import dev.mooring.spi.Claim;
import dev.mooring.spi.Custody;
import dev.mooring.spi.Growth;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.ShareRecord;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.SnapshotSpec;
import dev.mooring.spi.SourceSpec;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.Trash;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.Labels;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.Reason;
import dev.mooring.volume.SizeChange;
import dev.mooring.volume.SizeEnforcement;
import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Draws records: every component takes every kind of value it may have, null included. */
final class RecordValues {
  private final Random random;

  private RecordValues(Random random) {
    this.random = random;
  }

  static Arbitrary<VolumeRecord> volumes() {
    return Arbitraries.randomValue(random -> new RecordValues(random).volume());
  }

  static Arbitrary<TargetRecord> targets() {
    return Arbitraries.randomValue(random -> new RecordValues(random).target());
  }

  static Arbitrary<SnapshotRecord> snapshots() {
    return Arbitraries.randomValue(random -> new RecordValues(random).snapshot());
  }

  private SnapshotRecord snapshot() {
    return new SnapshotRecord(
        text(),
        text(),
        time(),
        random.nextBoolean(),
        new SnapshotSpec(
            snapshotId(),
            text(),
            text(),
            new VolumeRef(constant(VolumeKind.class), "data-" + random.nextInt(99)),
            id(),
            text(),
            owner(),
            text(),
            text(),
            random.nextLong(Long.MAX_VALUE),
            maybe(this::text),
            maybe(this::text),
            maybe(this::time)),
        provisioned(),
        some(this::operation));
  }

  static Arbitrary<NameRecord> names() {
    return Arbitraries.randomValue(random -> new RecordValues(random).name());
  }

  static Arbitrary<AccountRecord> accounts() {
    return Arbitraries.randomValue(random -> new RecordValues(random).account());
  }

  private NameRecord name() {
    return new NameRecord(
        text(),
        text(),
        time(),
        text(),
        constant(VolumeKind.class),
        text(),
        owner(),
        text(),
        text(),
        id(),
        time(),
        random.nextBoolean());
  }

  private AccountRecord account() {
    Map<String, Instant> regions = new TreeMap<>();
    some(this::text).forEach(region -> regions.put(region, time()));
    return new AccountRecord(text(), text(), time(), text(), text(), regions);
  }

  private SnapshotId snapshotId() {
    return new SnapshotId(String.format("snap-%016x%016x", random.nextLong(), random.nextLong()));
  }

  private Owner owner() {
    return new Owner(constant(Owner.Kind.class), "ana-" + random.nextInt(99));
  }

  private SourceSpec source() {
    VolumeSource asked =
        random.nextBoolean()
            ? VolumeSource.snapshot(snapshotId())
            : VolumeSource.volume(
                new VolumeRef(constant(VolumeKind.class), "data-" + random.nextInt(99)));
    return new SourceSpec(
        asked, text(), text(), random.nextLong(Long.MAX_VALUE), maybe(this::text));
  }

  private ShareRecord share() {
    return new ShareRecord(
        String.format("%016x%016x", random.nextLong(), random.nextLong()),
        text(),
        text(),
        random.nextBoolean(),
        constant(ShareState.class),
        time(),
        operation().id());
  }

  private VolumeRecord volume() {
    return new VolumeRecord(
        text(),
        text(),
        time(),
        random.nextBoolean(),
        spec(),
        provisioned(),
        maybe(this::claim),
        maybe(this::trash),
        some(this::operation),
        some(() -> new SizeChange(time(), Capacity.ofBytes(random.nextLong(1L << 60)))),
        some(this::share),
        new Custody(maybe(this::time), maybe(this::time), random.nextBoolean()));
  }

  private TargetRecord target() {
    return new TargetRecord(
        text(),
        text(),
        time(),
        text(),
        new Target(constant(TargetKind.class), text(), maybe(this::text), maybe(this::text)),
        text(),
        time(),
        maybe(this::time),
        maybe(this::text),
        some(this::mount),
        some(() -> new ScratchMount(new Capacity(1 + random.nextInt(9999)), path())),
        some(this::operation));
  }

  private VolumeSpec spec() {
    return new VolumeSpec(
        id(),
        text(),
        constant(VolumeKind.class),
        text(),
        owner(),
        text(),
        text(),
        random.nextLong(Long.MAX_VALUE),
        maybe(() -> constant(AccessMode.class)),
        maybe(this::text),
        maybe(this::text),
        maybe(this::path),
        random.nextBoolean() ? Labels.none() : Labels.of("team", "red"),
        maybe(this::source));
  }

  private Provisioned provisioned() {
    return new Provisioned(
        constant(ProvisioningState.class),
        time(),
        maybe(() -> new StatusReason(constant(Reason.class), text(), time())),
        random.nextBoolean(),
        maybe(() -> random.nextBoolean() ? random.nextLong() : Long.valueOf(random.nextInt(9))),
        constant(SizeEnforcement.class),
        details(),
        maybe(
            () ->
                new Growth(constant(Growth.Phase.class), random.nextLong(), random.nextBoolean())));
  }

  private OperationRecord operation() {
    OperationType type = constant(OperationType.class);
    return new OperationRecord(
        OperationId.random("here", "drive", "data", type),
        type,
        constant(OperationState.class),
        time(),
        some(() -> new OperationEvent(time(), text(), text())),
        maybe(() -> constant(Reason.class)),
        maybe(this::text));
  }

  private TargetMount mount() {
    return new TargetMount(
        text(),
        id(),
        constant(VolumeKind.class),
        text(),
        path(),
        random.nextBoolean(),
        constant(MountState.class),
        time());
  }

  private Claim claim() {
    return new Claim(text(), text(), text(), time());
  }

  private Trash trash() {
    return new Trash(time(), time());
  }

  private Map<String, String> details() {
    Map<String, String> details = new TreeMap<>();
    some(this::text).forEach(key -> details.put(key, text()));
    return details;
  }

  private VolumeId id() {
    return new VolumeId(String.format("vol-%016x%016x", random.nextLong(), random.nextLong()));
  }

  private MountPath path() {
    return new MountPath("/data/" + random.nextInt(99));
  }

  private Instant time() {
    return Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(3) * 1_000_001L);
  }

  /** Also empty ones, and those that JSON has to escape. */
  private String text() {
    List<String> hard =
        List.of("", "\"", "\\", "\n\t\u0000", "grün", "\ud83d\ude00", "null", "a/b");
    return random.nextBoolean()
        ? "text-" + random.nextInt(9999)
        : hard.get(random.nextInt(hard.size()));
  }

  private <E extends Enum<E>> E constant(Class<E> type) {
    E[] all = type.getEnumConstants();
    return all[random.nextInt(all.length)];
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private <T> List<T> some(Supplier<T> value) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(value.get());
    }
    return list;
  }
}
