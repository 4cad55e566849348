package dev.mooring.spi;

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
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
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
 * @param shares its shares in other namespaces, oldest first
 * @param custody whose its data is, and whether it may be deleted
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
    List<SizeChange> sizes,
    List<ShareRecord> shares,
    Custody custody)
    implements StoredRecord {
  /** The event of a growth that counts against the quotas and has not begun. */
  public static final String RESERVED = "RESERVED";

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
    shares = List.copyOf(shares);
    Objects.requireNonNull(custody, "custody");
  }

  /** A record of a volume that is not shared. */
  public VolumeRecord(
      String key,
      String version,
      Instant createdAt,
      boolean deleting,
      VolumeSpec spec,
      Provisioned provisioned,
      @Nullable Claim claim,
      @Nullable Trash trash,
      List<OperationRecord> operations,
      List<SizeChange> sizes) {
    this(
        key,
        version,
        createdAt,
        deleting,
        spec,
        provisioned,
        claim,
        trash,
        operations,
        sizes,
        List.of(),
        Custody.OWN);
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
    return with(
        draft -> {
          draft.version = newVersion;
          draft.createdAt = created;
        });
  }

  /** The same with another specification. */
  public VolumeRecord withSpec(VolumeSpec newSpec) {
    return with(draft -> draft.spec = newSpec);
  }

  /** The same, asked to have another size from now on. */
  public VolumeRecord resized(long newBytes, Instant now) {
    List<SizeChange> changes = new ArrayList<>(sizes);
    if (changes.isEmpty()) {
      changes.add(new SizeChange(createdAt, Capacity.ofBytes(spec.sizeBytes())));
    }
    changes.add(new SizeChange(now, Capacity.ofBytes(newBytes)));
    return with(
        draft -> {
          draft.spec = spec.withSize(newBytes);
          draft.sizes = changes;
        });
  }

  /**
   * The size that it had before it was last asked to grow; empty when it never was, or when its
   * size is another than its history ends with.
   */
  public OptionalLong sizeBefore() {
    int last = sizes.size() - 1;
    return last > 0 && sizes.get(last).size().bytes() == spec.sizeBytes()
        ? OptionalLong.of(sizes.get(last - 1).size().bytes())
        : OptionalLong.empty();
  }

  /**
   * The same as if its last growth had never been asked for, for nothing is billed that was never
   * given; the same where {@link #sizeBefore} is empty.
   */
  public VolumeRecord unresized() {
    OptionalLong before = sizeBefore();
    if (before.isEmpty()) {
      return this;
    }
    return with(
        draft -> {
          draft.spec = spec.withSize(before.getAsLong());
          draft.sizes = sizes.size() == 2 ? List.of() : sizes.subList(0, sizes.size() - 1);
        });
  }

  /** The same, further on. */
  public VolumeRecord withProvisioned(Provisioned next) {
    return with(draft -> draft.provisioned = next);
  }

  /** The same with another holder, or none. */
  public VolumeRecord withClaim(@Nullable Claim newClaim) {
    return with(draft -> draft.claim = newClaim);
  }

  /** The same in the trash, or out of it. */
  public VolumeRecord withTrash(@Nullable Trash newTrash) {
    return with(draft -> draft.trash = newTrash);
  }

  /** The same with an operation added, or replaced if its id is there. */
  public VolumeRecord withOperation(OperationRecord operation) {
    return with(draft -> draft.operations = OperationLog.put(operations, operation));
  }

  /** The same with other shares. */
  public VolumeRecord withShares(List<ShareRecord> newShares) {
    return with(draft -> draft.shares = newShares);
  }

  /** The same in another custody. */
  public VolumeRecord withCustody(Custody newCustody) {
    return with(draft -> draft.custody = newCustody);
  }

  private VolumeRecord with(Consumer<VolumeRecordDraft> change) {
    VolumeRecordDraft draft = new VolumeRecordDraft(this);
    change.accept(draft);
    return draft.record();
  }

  /** The same with a share changed; it keeps its place. */
  public VolumeRecord withShare(ShareRecord share) {
    return withShares(shares.stream().map(s -> s.id().equals(share.id()) ? share : s).toList());
  }

  /** The same without a share. */
  public VolumeRecord withoutShare(String id) {
    return withShares(shares.stream().filter(share -> !share.id().equals(id)).toList());
  }

  /** The share with this id. */
  public Optional<ShareRecord> share(String id) {
    return shares.stream().filter(share -> share.id().equals(id)).findFirst();
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

  /**
   * Whether its growth counts against the quotas and may not begin yet: a backend whose records are
   * what makes it grow must not follow its size then.
   */
  public boolean awaitsQuota() {
    return running(OperationType.RESIZE).filter(o -> o.at(RESERVED)).isPresent();
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
    OperationLog.index(operations, index);
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
