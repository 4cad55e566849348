package dev.mooring.snapshot;

import dev.mooring.access.Owner;
import dev.mooring.operation.Operation;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A snapshot of a volume. It outlives the volume: deleting that leaves its snapshots as they are.
 * What the handle tells is as it was when it was read; values never change. Thread-safe.
 *
 * <p>A snapshot holds what was on the disk at one moment, as a machine finds it that lost its power
 * then: what users of the volume had not synced may be missing.
 */
public interface Snapshot {
  /** The id: random, never used again. */
  SnapshotId id();

  /** The name: unique among the snapshots of its volume. */
  String name();

  /** The volume that it was taken from, which may be gone. */
  VolumeRef volume();

  /** The id of that volume. */
  VolumeId volumeId();

  /** The account. */
  String account();

  /** Who owned the volume. */
  Owner owner();

  /** The region. */
  String region();

  /** The volume's profile: a volume made from the snapshot gets it unless it asks for another. */
  String profile();

  /** The smallest size of a volume made from it: what the volume had. */
  Capacity size();

  /** How it is. */
  SnapshotStatus status();

  /** Why it waits or failed; empty when there is nothing to explain. */
  Optional<StatusReason> statusReason();

  /** Since when it has its status, UTC. */
  Instant since();

  /** When it was asked for, UTC. */
  Instant createdAt();

  /**
   * When a schedule took it, UTC; empty for one that a user took. Maintenance deletes none of
   * those.
   */
  Optional<Instant> scheduledAt();

  /** Where the backend keeps it, in its own terms, for people. */
  Map<String, String> backendDetails();

  /** The same as the source of a new volume. */
  default VolumeSource source() {
    return VolumeSource.snapshot(id());
  }

  /**
   * Reads it again, and finishes what died clients left half done of it.
   *
   * @throws dev.mooring.error.NotFoundException when it is gone
   */
  Snapshot refresh();

  /**
   * Verifies it within an hour.
   *
   * @see #verify(Duration)
   */
  default VerifyReport verify() {
    return verify(Duration.ofHours(1));
  }

  /**
   * Restores it into a scratch volume, reads all of that, compares it with the volume that it was
   * taken from, and takes the scratch volume away. Blocks until all that is done.
   *
   * <p>An instance mounts the scratch volume and, if nobody uses it, the volume, read-only: nobody
   * else can attach a drive meanwhile. Compared are paths, kinds, sizes and SHA-256, of links their
   * targets; not owners, modes and times. What was written to the volume since the snapshot is a
   * difference too: no manifest is kept from when it was taken. Without the volume, or while it is
   * in use, the report says {@link VerifyOutcome#READABLE}: all of the snapshot can be read.
   *
   * <p>The scratch volume is called {@code verify-} and 12 hexadecimal digits, has the label {@code
   * mooring-verify}, counts against the quota while it is there, and costs what a volume of its
   * size does. What a killed program leaves of it the next {@code storage.maintenance().run()}
   * removes once the limit has passed.
   *
   * @param limit for all of it, to at most 30 days; taking the scratch volume away may take longer
   * @throws dev.mooring.error.NotFoundException when the snapshot is gone
   * @throws dev.mooring.error.ConflictException when it is not ready, or being deleted
   * @throws dev.mooring.error.QuotaExceededException when there is no room for the scratch volume
   * @throws dev.mooring.error.StorageTimeoutException when the limit comes first
   * @throws dev.mooring.error.FailedException when the instance cannot run or read the files
   * @throws dev.mooring.error.UnsupportedException when the region's backend runs no instances
   */
  VerifyReport verify(Duration limit);

  /**
   * Deletes it for good. Volumes that were made from it are not touched. May be repeated: of a
   * snapshot that is gone it changes nothing.
   *
   * @return the operation, with the snapshot's id as its result; ended once nothing is left of it
   * @throws dev.mooring.error.InUseException with the volumes that are being made from it; nothing
   *     was changed
   */
  Operation<SnapshotId> delete();
}
