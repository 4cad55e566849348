package dev.mooring.internal.codec;

import dev.mooring.error.InternalException;
import dev.mooring.error.Problem;
import dev.mooring.internal.validate.Shown;
import dev.mooring.spi.AccountRecord;
import dev.mooring.spi.Claim;
import dev.mooring.spi.Custody;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.ShareRecord;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.SnapshotSpec;
import dev.mooring.spi.SourceSpec;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.Trash;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.SizeChange;
import java.util.List;
import java.util.function.Function;

/**
 * Records as JSON: objects with a key for each component, times as ISO-8601, nothing for null.
 * Written out by hand, for a mapper that looks at classes takes a quarter of a second of CPU when
 * it is used first: nearly half of all that a first drive takes.
 */
public final class RecordJson {
  private RecordJson() {}

  /** A volume's record as JSON. */
  public static String write(VolumeRecord record) {
    return JsonText.write(VolumeFormat.write(record));
  }

  /** A volume's record from JSON. */
  public static VolumeRecord volume(String json) {
    return read(json, tree -> VolumeFormat.read(JsonFields.of(tree)));
  }

  /** A target's record as JSON. */
  public static String write(TargetRecord record) {
    return JsonText.write(TargetFormat.write(record));
  }

  /** A target's record from JSON. */
  public static TargetRecord target(String json) {
    return read(json, tree -> TargetFormat.read(JsonFields.of(tree)));
  }

  /** A snapshot's record as JSON. */
  public static String write(SnapshotRecord record) {
    return JsonText.write(SnapshotFormat.write(record));
  }

  /** A snapshot's record from JSON. */
  public static SnapshotRecord snapshot(String json) {
    return read(json, tree -> SnapshotFormat.read(JsonFields.of(tree)));
  }

  /** A reserved name as JSON. */
  public static String write(NameRecord record) {
    return JsonText.write(NameFormat.write(record));
  }

  /** A reserved name from JSON. */
  public static NameRecord name(String json) {
    return read(json, tree -> NameFormat.name(JsonFields.of(tree)));
  }

  /** An account's record as JSON. */
  public static String write(AccountRecord record) {
    return JsonText.write(NameFormat.write(record));
  }

  /** An account's record from JSON. */
  public static AccountRecord account(String json) {
    return read(json, tree -> NameFormat.account(JsonFields.of(tree)));
  }

  /** What a snapshot is of, as JSON. */
  public static String write(SnapshotSpec spec) {
    return JsonText.write(SnapshotFormat.write(spec));
  }

  /** What a snapshot is of, from JSON. */
  public static SnapshotSpec snapshotSpec(String json) {
    return read(json, tree -> SnapshotFormat.spec(JsonFields.of(tree)));
  }

  /** What a volume was made from, as JSON. */
  public static String write(SourceSpec source) {
    return JsonText.write(SnapshotFormat.write(source));
  }

  /** What a volume was made from, from JSON. */
  public static SourceSpec source(String json) {
    return read(json, tree -> SnapshotFormat.source(JsonFields.of(tree)));
  }

  /** A claim as JSON. */
  public static String write(Claim claim) {
    return JsonText.write(ValueFormat.write(claim));
  }

  /** A claim from JSON. */
  public static Claim claim(String json) {
    return read(json, tree -> ValueFormat.claim(JsonFields.of(tree)));
  }

  /** A note of custody as JSON. */
  public static String write(Custody custody) {
    return JsonText.write(ValueFormat.write(custody));
  }

  /** A note of custody from JSON. */
  public static Custody custody(String json) {
    return read(json, tree -> ValueFormat.custody(JsonFields.of(tree)));
  }

  /** A trash note as JSON. */
  public static String write(Trash trash) {
    return JsonText.write(ValueFormat.write(trash));
  }

  /** A trash note from JSON. */
  public static Trash trash(String json) {
    return read(json, tree -> ValueFormat.trash(JsonFields.of(tree)));
  }

  /** Operations as JSON. */
  public static String write(List<OperationRecord> operations) {
    return JsonText.write(OperationFormat.write(operations));
  }

  /** Operations from JSON. */
  public static List<OperationRecord> operations(String json) {
    return read(json, tree -> list(tree, OperationFormat::read));
  }

  /** A history of sizes as JSON. */
  public static String writeSizes(List<SizeChange> sizes) {
    return JsonText.write(ValueFormat.write(sizes));
  }

  /** A history of sizes from JSON. */
  public static List<SizeChange> sizes(String json) {
    return read(json, tree -> list(tree, ValueFormat::size));
  }

  /** Shares as JSON. */
  public static String writeShares(List<ShareRecord> shares) {
    return JsonText.write(ValueFormat.writeShares(shares));
  }

  /** Shares from JSON. */
  public static List<ShareRecord> shares(String json) {
    return read(json, tree -> list(tree, ValueFormat::share));
  }

  private static <T> List<T> list(Object tree, Function<JsonFields, T> element) {
    if (tree instanceof List<?> list) {
      return list.stream().map(JsonFields::of).map(element).toList();
    }
    throw new IllegalArgumentException("a list is expected");
  }

  private static <T> T read(String json, Function<Object, T> read) {
    try {
      return read.apply(JsonText.read(json));
    } catch (IllegalArgumentException e) {
      throw new InternalException(
          Problem.tried("read")
              .on("a stored record")
              .because(
                  "it is not as the SDK writes it: " + Shown.path(String.valueOf(e.getMessage())))
              .hint("somebody may have edited it by hand")
              .cause(e));
    }
  }
}
