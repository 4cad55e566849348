package dev.mooring.spi;

import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationType;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.SizeChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The record of one volume: what was asked, how far the backend is, who holds it, and what is under
 * way. On Kubernetes it is a PersistentVolumeClaim, on embedded a row.
 *
 * @param key the key of the record
 * @param version the version; empty before it is first stored
 * @param createdAt when it was created; epoch before it is first stored
 * @param deleting whether the backend deletes the record already: it is read-only then
 * @param spec what was asked for
 * @param provisioned how far the backend is
 * @param claim who may write, or null
 * @param trash set while it is in the trash, or null
 * @param operations running operations and the last 20, oldest first
 * @param sizes the sizes it was asked to have, oldest first; empty until it is first resized
 */
public record VolumeRecord(
    String key,
    String version,
    Instant createdAt,
    boolean deleting,
    VolumeSpec spec,
    Provisioned provisioned,
    @Nullable Claim claim,
    @Nullable Trash trash,
    List<OperationRecord> operations,
    List<SizeChange> sizes)
    implements StoredRecord {
  /** More are not remembered. */
  private static final int MOST_SIZES = 500;

  /** Copies and checks. */
  public VolumeRecord {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(provisioned, "provisioned");
    operations = OperationLog.trim(operations);
    sizes = List.copyOf(sizes.subList(Math.max(0, sizes.size() - MOST_SIZES), sizes.size()));
  }

  /** A record of a volume that was never resized. */
  public VolumeRecord(
      String key,
      String version,
      Instant createdAt,
      boolean deleting,
      VolumeSpec spec,
      Provisioned provisioned,
      @Nullable Claim claim,
      @Nullable Trash trash,
      List<OperationRecord> operations) {
    this(key, version, createdAt, deleting, spec, provisioned, claim, trash, operations, List.of());
  }

  /** The same, as stored: with a version and its creation time. */
  public VolumeRecord stored(String newVersion, Instant created) {
    return new VolumeRecord(
        key, newVersion, created, deleting, spec, provisioned, claim, trash, operations, sizes);
  }

  /** The same with another specification. */
  public VolumeRecord withSpec(VolumeSpec newSpec) {
    return new VolumeRecord(
        key, version, createdAt, deleting, newSpec, provisioned, claim, trash, operations, sizes);
  }

  /** The same, asked to have another size from now on. */
  public VolumeRecord resized(long newBytes, Instant now) {
    List<SizeChange> changes = new ArrayList<>(sizes);
    if (changes.isEmpty()) {
      changes.add(new SizeChange(createdAt, Capacity.ofBytes(spec.sizeBytes())));
    }
    changes.add(new SizeChange(now, Capacity.ofBytes(newBytes)));
    return new VolumeRecord(
        key,
        version,
        createdAt,
        deleting,
        spec.withSize(newBytes),
        provisioned,
        claim,
        trash,
        operations,
        changes);
  }

  /** The same, further on. */
  public VolumeRecord withProvisioned(Provisioned next) {
    return new VolumeRecord(
        key, version, createdAt, deleting, spec, next, claim, trash, operations, sizes);
  }

  /** The same with another holder, or none. */
  public VolumeRecord withClaim(@Nullable Claim newClaim) {
    return new VolumeRecord(
        key, version, createdAt, deleting, spec, provisioned, newClaim, trash, operations, sizes);
  }

  /** The same in the trash, or out of it. */
  public VolumeRecord withTrash(@Nullable Trash newTrash) {
    return new VolumeRecord(
        key, version, createdAt, deleting, spec, provisioned, claim, newTrash, operations, sizes);
  }

  /** The same with an operation added, or replaced if its id is there. */
  public VolumeRecord withOperation(OperationRecord operation) {
    return new VolumeRecord(
        key,
        version,
        createdAt,
        deleting,
        spec,
        provisioned,
        claim,
        trash,
        OperationLog.put(operations, operation),
        sizes);
  }

  /** The running operation of a type. */
  public Optional<OperationRecord> running(OperationType type) {
    return operations.stream().filter(o -> o.running() && o.type() == type).findFirst();
  }

  /** The operation with this id. */
  public Optional<OperationRecord> operation(OperationId id) {
    return operations.stream().filter(o -> o.id().equals(id)).findFirst();
  }

  /**
   * Whether it goes, or is in the trash, whoever uses it: then no mount of it counts. A deletion
   * that still looks or waits for users is not that far.
   */
  public boolean doomed() {
    return deleting
        || trash != null
        || running(OperationType.DELETE)
            .filter(deletion -> deletion.passed(ProvisioningState.DELETING.name()))
            .isPresent();
  }

  /** Whether it is on its way out, or in the trash: nobody may begin to use it. */
  public boolean leaving() {
    return deleting || trash != null || running(OperationType.DELETE).isPresent();
  }

  /** The holder, when there is one. */
  public Optional<Claim> holder() {
    return Optional.ofNullable(claim);
  }

  /** Kind and name, for messages. */
  public String resource() {
    return spec.ref().toString();
  }

  @Override
  public Map<String, String> index() {
    Map<String, String> index = new TreeMap<>();
    index.put(Index.ACCOUNT, spec.account());
    index.put(Index.KIND, spec.kind().word());
    index.put(Index.NAME, spec.name());
    index.put(Index.OWNER, spec.owner().kind().word() + "." + spec.owner().name());
    index.put(Index.PROFILE, spec.profile());
    index.put(Index.VOLUME_ID, spec.id().value());
    spec.madeFrom().ifPresent(source -> index.put(Index.SOURCE, source.id()));
    operations.stream()
        .filter(OperationRecord::running)
        .reduce((first, second) -> second)
        .ifPresent(o -> index.put(Index.RUNNING, o.type().word()));
    spec.labels().entries().forEach((k, v) -> index.put(Index.LABEL_PREFIX + k, v));
    return index;
  }

  /** A record that is not stored yet. */
  public static VolumeRecord draft(String key, VolumeSpec spec, OperationRecord operation) {
    return new VolumeRecord(
        key,
        "",
        Instant.EPOCH,
        false,
        spec,
        Provisioned.pending(operation.startedAt()),
        null,
        null,
        new ArrayList<>(List.of(operation)));
  }
}
