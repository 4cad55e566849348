package dev.mooring.spi;

import dev.mooring.attachment.MountState;
import dev.mooring.attachment.ScratchMount;
import dev.mooring.attachment.Target;
import dev.mooring.volume.VolumeKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The record of one target: what is mounted in it, and what is under way. On Kubernetes it is a
 * ConfigMap, on embedded a row.
 *
 * @param key the key: a hash of account and target
 * @param version the version; empty before it is first stored
 * @param createdAt when it was created; epoch before it is first stored
 * @param account the account
 * @param target kind, name, region and namespace
 * @param token the random token of its present life, which its pods carry as a label
 * @param graceUntil until when it may stay unseen, by the backend's clock
 * @param seen when it was first seen alive in its present life, or null
 * @param ownerUid uid of the workload's object as it was first seen, or null
 * @param mounts its volumes
 * @param scratch its scratch space
 * @param operations running operations and the last 20, oldest first
 */
public record TargetRecord(
    String key,
    String version,
    Instant createdAt,
    String account,
    Target target,
    String token,
    Instant graceUntil,
    @Nullable Instant seen,
    @Nullable String ownerUid,
    List<TargetMount> mounts,
    List<ScratchMount> scratch,
    List<OperationRecord> operations)
    implements StoredRecord {
  /** The value of {@code Index.VOLUME_PREFIX + key} in the index, for each volume it mounts. */
  public static final String MOUNTED = "mounted";

  /** Copies and checks. */
  public TargetRecord {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(graceUntil, "graceUntil");
    mounts = List.copyOf(mounts);
    scratch = List.copyOf(scratch);
    operations = OperationLog.trim(operations);
  }

  /** The same, as stored: with a version and its creation time. */
  public TargetRecord stored(String newVersion, Instant created) {
    return new TargetRecord(
        key,
        newVersion,
        created,
        account,
        target,
        token,
        graceUntil,
        seen,
        ownerUid,
        mounts,
        scratch,
        operations);
  }

  /** The same with other mounts. */
  public TargetRecord withMounts(List<TargetMount> newMounts) {
    return new TargetRecord(
        key,
        version,
        createdAt,
        account,
        target,
        token,
        graceUntil,
        seen,
        ownerUid,
        newMounts,
        scratch,
        operations);
  }

  /** The same with other scratch space. */
  public TargetRecord withScratch(List<ScratchMount> newScratch) {
    return new TargetRecord(
        key,
        version,
        createdAt,
        account,
        target,
        token,
        graceUntil,
        seen,
        ownerUid,
        mounts,
        newScratch,
        operations);
  }

  /** The same, seen alive. */
  public TargetRecord seenAt(Instant at, @Nullable String uid) {
    return new TargetRecord(
        key,
        version,
        createdAt,
        account,
        target,
        token,
        graceUntil,
        at,
        uid,
        mounts,
        scratch,
        operations);
  }

  /** The same with another grace. */
  public TargetRecord withGrace(Instant until) {
    return new TargetRecord(
        key,
        version,
        createdAt,
        account,
        target,
        token,
        until,
        seen,
        ownerUid,
        mounts,
        scratch,
        operations);
  }

  /** A new life of the same target: a new token, unseen, nothing mounted. */
  public TargetRecord reborn(String newToken, Instant until) {
    return new TargetRecord(
        key,
        version,
        createdAt,
        account,
        target,
        newToken,
        until,
        null,
        null,
        List.of(),
        List.of(),
        operations);
  }

  /** The same with an operation added, or replaced if its id is there. */
  public TargetRecord withOperation(OperationRecord operation) {
    return new TargetRecord(
        key,
        version,
        createdAt,
        account,
        target,
        token,
        graceUntil,
        seen,
        ownerUid,
        mounts,
        scratch,
        OperationLog.put(operations, operation));
  }

  /**
   * Whether a mount counts, in this life of the target. Of a drive, the drive's record must say so:
   * neither the claim of an earlier mount of the same drive counts, nor that of an earlier drive of
   * the name. What has many writers must only be the same volume still, and not be deleted.
   */
  public boolean holds(TargetMount mount, VolumeRecord volume) {
    return volume.spec().id().equals(mount.volumeId())
        && (mount.kind() == VolumeKind.DRIVE ? isClaimed(mount, volume) : !volume.doomed());
  }

  private boolean isClaimed(TargetMount mount, VolumeRecord drive) {
    return drive
        .holder()
        .filter(claim -> claim.targetKey().equals(key))
        .filter(claim -> claim.token().equals(token))
        .filter(claim -> claim.since().equals(mount.since()))
        .isPresent();
  }

  /**
   * The mounts that this life of the target has lost, or never had: those that {@link #holds}
   * denies, and those whose volume is gone. Mounts that are leaving are not asked about.
   *
   * @param volumes reads a volume's record by its key
   */
  public List<TargetMount> lost(Function<String, Optional<VolumeRecord>> volumes) {
    return mounts.stream()
        .filter(mount -> mount.state() != MountState.DETACHING)
        .filter(mount -> volumes.apply(mount.volumeKey()).filter(v -> holds(mount, v)).isEmpty())
        .toList();
  }

  /** The mount of a volume. */
  public Optional<TargetMount> mountOf(String volumeKey) {
    return mounts.stream().filter(m -> m.volumeKey().equals(volumeKey)).findFirst();
  }

  @Override
  public Map<String, String> index() {
    Map<String, String> index = new TreeMap<>();
    index.put(Index.ACCOUNT, account);
    index.put(Index.KIND, target.kind().word());
    index.put(Index.NAME, target.name());
    OperationLog.index(operations, index);
    mounts.forEach(m -> index.put(Index.VOLUME_PREFIX + m.volumeKey(), MOUNTED));
    return index;
  }
}
