package dev.mooring.spi;

import dev.mooring.internal.codec.RecordJson;
import dev.mooring.volume.SizeChange;
import java.util.List;

/**
 * Records and their parts as JSON, for stores that keep text. Reads what other versions wrote:
 * unknown keys are ignored. Text that is no such JSON is an {@link
 * dev.mooring.error.InternalException}. Thread-safe.
 */
public final class RecordCodec {
  private RecordCodec() {}

  /** A volume's record. */
  public static String write(VolumeRecord record) {
    return RecordJson.write(record);
  }

  /** Reads a volume's record; the store then gives it version and time with {@code stored}. */
  public static VolumeRecord readVolume(String json) {
    return RecordJson.volume(json);
  }

  /** A target's record. */
  public static String write(TargetRecord record) {
    return RecordJson.write(record);
  }

  /** Reads a target's record. */
  public static TargetRecord readTarget(String json) {
    return RecordJson.target(json);
  }

  /** A snapshot's record. */
  public static String write(SnapshotRecord record) {
    return RecordJson.write(record);
  }

  /** Reads a snapshot's record. */
  public static SnapshotRecord readSnapshot(String json) {
    return RecordJson.snapshot(json);
  }

  /** A reserved name. */
  public static String write(NameRecord record) {
    return RecordJson.write(record);
  }

  /** Reads a reserved name. */
  public static NameRecord readName(String json) {
    return RecordJson.name(json);
  }

  /** An account's record. */
  public static String write(AccountRecord record) {
    return RecordJson.write(record);
  }

  /** Reads an account's record. */
  public static AccountRecord readAccount(String json) {
    return RecordJson.account(json);
  }

  /** What a snapshot is of. */
  public static String write(SnapshotSpec spec) {
    return RecordJson.write(spec);
  }

  /** Reads what a snapshot is of. */
  public static SnapshotSpec readSnapshotSpec(String json) {
    return RecordJson.snapshotSpec(json);
  }

  /** What a volume was made from. */
  public static String write(SourceSpec source) {
    return RecordJson.write(source);
  }

  /** Reads what a volume was made from. */
  public static SourceSpec readSource(String json) {
    return RecordJson.source(json);
  }

  /** A claim. */
  public static String write(Claim claim) {
    return RecordJson.write(claim);
  }

  /** Reads a claim. */
  public static Claim readClaim(String json) {
    return RecordJson.claim(json);
  }

  /** A note of custody. */
  public static String write(Custody custody) {
    return RecordJson.write(custody);
  }

  /** Reads a note of custody. */
  public static Custody readCustody(String json) {
    return RecordJson.custody(json);
  }

  /** A trash note. */
  public static String write(Trash trash) {
    return RecordJson.write(trash);
  }

  /** Reads a trash note. */
  public static Trash readTrash(String json) {
    return RecordJson.trash(json);
  }

  /** Operations. */
  public static String write(List<OperationRecord> operations) {
    return RecordJson.write(operations);
  }

  /** A history of sizes. */
  public static String writeSizes(List<SizeChange> sizes) {
    return RecordJson.writeSizes(sizes);
  }

  /** Reads a history of sizes. */
  public static List<SizeChange> readSizes(String json) {
    return RecordJson.sizes(json);
  }

  /** Shares. */
  public static String writeShares(List<ShareRecord> shares) {
    return RecordJson.writeShares(shares);
  }

  /** Reads shares. */
  public static List<ShareRecord> readShares(String json) {
    return RecordJson.shares(json);
  }

  /** Reads operations. */
  public static List<OperationRecord> readOperations(String json) {
    return RecordJson.operations(json);
  }
}
