package dev.mooring.jdbc;

import dev.mooring.spi.AccountRecord;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.RecordCodec;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.StoredRecord;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * How records of one type are kept as rows.
 *
 * @param name the name of their store: part of every row's key, never changed
 * @param write a record as text
 * @param read a record from its text
 * @param stored gives a record its version and creation time
 * @param weight what a record counts against the quota, in bytes; 0 or more
 * @param resource what a record is called in messages, for example {@code drive/workspace}
 * @param <R> the type of record
 */
public record RecordFormat<R extends StoredRecord>(
    String name,
    Function<R, String> write,
    Function<String, R> read,
    Stamp<R> stored,
    ToLongFunction<R> weight,
    Function<R, String> resource) {

  /**
   * Gives a record what its store knows better than its text.
   *
   * @param <R> the type of record
   */
  @FunctionalInterface
  public interface Stamp<R> {
    /** The same record with this version and creation time. */
    R apply(R record, String version, Instant createdAt);
  }

  /** Checks that nothing is missing. */
  public RecordFormat {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(write, "write");
    Objects.requireNonNull(read, "read");
    Objects.requireNonNull(stored, "stored");
    Objects.requireNonNull(weight, "weight");
    Objects.requireNonNull(resource, "resource");
  }

  /** Records of volumes, in the store {@code volumes}; each weighs the size that was asked for. */
  public static RecordFormat<VolumeRecord> volumes() {
    return new RecordFormat<>(
        "volumes",
        RecordCodec::write,
        RecordCodec::readVolume,
        VolumeRecord::stored,
        record -> record.spec().sizeBytes(),
        VolumeRecord::resource);
  }

  /** Records of snapshots, in the store {@code snapshots}; they weigh nothing. */
  public static RecordFormat<SnapshotRecord> snapshots() {
    return new RecordFormat<>(
        "snapshots",
        RecordCodec::write,
        RecordCodec::readSnapshot,
        SnapshotRecord::stored,
        record -> 0L,
        SnapshotRecord::resource);
  }

  /** Reserved names, in the store {@code names}; they weigh nothing. */
  public static RecordFormat<NameRecord> names() {
    return new RecordFormat<>(
        "names",
        RecordCodec::write,
        RecordCodec::readName,
        NameRecord::stored,
        record -> 0L,
        NameRecord::resource);
  }

  /** Records of accounts, in the store {@code accounts}; they weigh nothing. */
  public static RecordFormat<AccountRecord> accounts() {
    return new RecordFormat<>(
        "accounts",
        RecordCodec::write,
        RecordCodec::readAccount,
        AccountRecord::stored,
        record -> 0L,
        AccountRecord::resource);
  }

  /** Records of targets, in the store {@code targets}; they weigh nothing. */
  public static RecordFormat<TargetRecord> targets() {
    return new RecordFormat<>(
        "targets",
        RecordCodec::write,
        RecordCodec::readTarget,
        TargetRecord::stored,
        record -> 0L,
        record -> record.target().toString());
  }
}
