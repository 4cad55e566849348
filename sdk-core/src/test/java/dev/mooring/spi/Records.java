package dev.mooring.spi;

import dev.mooring.access.Owner;
import dev.mooring.attachment.MountState;
import dev.mooring.attachment.ScratchMount;
import dev.mooring.attachment.Target;
import dev.mooring.attachment.TargetKind;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.Labels;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.Reason;
import dev.mooring.volume.SizeEnforcement;
import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Records of any content, drawn from a seed. */
final class Records {
  private final Random random;

  Records(long seed) {
    random = new Random(seed);
  }

  VolumeRecord volume() {
    VolumeSpec spec =
        new VolumeSpec(
            new VolumeId("vol-" + hex(16)),
            text(),
            of(VolumeKind.values()),
            text(),
            new Owner(of(Owner.Kind.values()), "o" + hex(3)),
            text(),
            text(),
            random.nextLong() & Long.MAX_VALUE,
            maybe(() -> of(AccessMode.values())),
            maybe(this::text),
            maybe(this::text),
            maybe(this::path),
            new Labels(texts()));
    return new VolumeRecord(
        text(),
        text(),
        instant(),
        random.nextBoolean(),
        spec,
        provisioned(),
        maybe(this::claim),
        maybe(() -> new Trash(instant(), instant())),
        operations());
  }

  TargetRecord target() {
    Target target =
        new Target(of(TargetKind.values()), text(), maybe(this::text), maybe(this::text));
    return new TargetRecord(
        text(),
        text(),
        instant(),
        text(),
        target,
        text(),
        instant(),
        maybe(this::instant),
        maybe(this::text),
        many(this::mount),
        many(() -> new ScratchMount(new Capacity(random.nextLong() & Long.MAX_VALUE), path())),
        operations());
  }

  Claim claim() {
    return new Claim(text(), text(), text(), instant());
  }

  List<OperationRecord> operations() {
    return many(
        () -> {
          OperationType type = of(OperationType.values());
          OperationRecord record =
              OperationRecord.start(
                      OperationId.random("eu", "drive", "n" + hex(2), type), type, instant())
                  .with(instant(), text(), text());
          return switch (random.nextInt(3)) {
            case 0 -> record;
            case 1 -> record.failed(of(Reason.values()), text(), instant());
            default -> record.ended(OperationState.SUCCEEDED, instant(), text());
          };
        });
  }

  private Provisioned provisioned() {
    return new Provisioned(
        of(ProvisioningState.values()),
        instant(),
        maybe(() -> new StatusReason(of(Reason.values()), text(), instant())),
        random.nextBoolean(),
        maybe(() -> random.nextLong() & Long.MAX_VALUE),
        of(SizeEnforcement.values()),
        texts(),
        maybe(() -> new Growth(of(Growth.Phase.values()), random.nextLong(), true)));
  }

  private TargetMount mount() {
    return new TargetMount(
        text(),
        new VolumeId("vol-" + hex(16)),
        of(VolumeKind.values()),
        text(),
        path(),
        random.nextBoolean(),
        of(MountState.values()),
        instant());
  }

  private MountPath path() {
    return new MountPath("/m" + hex(2));
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    many(this::text).forEach(text -> texts.put(text, text()));
    return texts;
  }

  private Instant instant() {
    return Instant.ofEpochSecond(
        random.nextLong(-1L << 35, 1L << 36), random.nextInt(1_000_000_000));
  }

  /** Text with all that JSON must escape. */
  String text() {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(8);
    for (int i = 0; i < length; i++) {
      text.append(
          of(new String[] {"a", "Z", "0", "\"", "\\", "\n", "\0", "\u2028", "é", "😀", "{", "</"}));
    }
    return text.toString();
  }

  private String hex(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }

  private <T> T of(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private <T> List<T> many(Supplier<T> value) {
    return java.util.stream.Stream.generate(value).limit(random.nextInt(4)).toList();
  }
}
