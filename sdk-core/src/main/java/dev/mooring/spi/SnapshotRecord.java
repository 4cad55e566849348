package dev.mooring.spi;

import dev.mooring.operation.OperationType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The record of one snapshot. On Kubernetes it is a VolumeSnapshot, on embedded a row.
 *
 * @param key the key of the record
 * @param version the version; empty before it is first stored
 * @param createdAt when it was created; epoch before it is first stored
 * @param deleting whether the backend deletes the record already: it is read-only then
 * @param spec what was asked for
 * @param provisioned how far the backend is: {@code AVAILABLE} once it is whole; its capacity is
 *     the smallest size of a volume made from it
 * @param operations running operations and the last 20, oldest first
 */
public record SnapshotRecord(
    String key,
    String version,
    Instant createdAt,
    boolean deleting,
    SnapshotSpec spec,
    Provisioned provisioned,
    List<OperationRecord> operations)
    implements StoredRecord {
  /** Copies and checks. */
  public SnapshotRecord {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(provisioned, "provisioned");
    operations = OperationLog.trim(operations);
  }

  /** A record that is not stored yet. */
  public static SnapshotRecord draft(String key, SnapshotSpec spec, OperationRecord operation) {
    return new SnapshotRecord(
        key,
        "",
        Instant.EPOCH,
        false,
        spec,
        Provisioned.pending(operation.startedAt()),
        List.of(operation));
  }

  /** The same, as stored: with a version and its creation time. */
  public SnapshotRecord stored(String newVersion, Instant created) {
    return new SnapshotRecord(key, newVersion, created, deleting, spec, provisioned, operations);
  }

  /** The same, further on. */
  public SnapshotRecord withProvisioned(Provisioned next) {
    return new SnapshotRecord(key, version, createdAt, deleting, spec, next, operations);
  }

  /** The same with an operation added, or replaced if its id is there. */
  public SnapshotRecord withOperation(OperationRecord operation) {
    return new SnapshotRecord(
        key,
        version,
        createdAt,
        deleting,
        spec,
        provisioned,
        OperationLog.put(operations, operation));
  }

  /** Whether it is on its way out: nothing may begin to be made from it. */
  public boolean leaving() {
    return deleting || running(OperationType.DELETE).isPresent();
  }

  /** Its id with what it is, for messages. */
  public String resource() {
    return "snapshot/" + spec.id();
  }

  @Override
  public Map<String, String> index() {
    Map<String, String> index = new TreeMap<>();
    index.put(Index.ACCOUNT, spec.account());
    index.put(Index.KIND, Index.SNAPSHOT);
    index.put(Index.NAME, spec.name());
    index.put(Index.OWNER, spec.owner().kind().word() + "." + spec.owner().name());
    index.put(Index.PROFILE, spec.profile());
    index.put(Index.SNAPSHOT_ID, spec.id().value());
    index.put(Index.SOURCE, spec.volumeId().value());
    index.put(Index.OF, Index.of(spec.volume()));
    OperationLog.index(operations, index);
    return index;
  }
}
