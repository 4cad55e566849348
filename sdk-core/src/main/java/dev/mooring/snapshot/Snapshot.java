package dev.mooring.snapshot;

import dev.mooring.access.Owner;
import dev.mooring.operation.Operation;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeRef;
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
   * Deletes it for good. Volumes that were made from it are not touched. May be repeated: of a
   * snapshot that is gone it changes nothing.
   *
   * @return the operation, with the snapshot's id as its result; ended once nothing is left of it
   * @throws dev.mooring.error.InUseException with the volumes that are being made from it; nothing
   *     was changed
   */
  Operation<SnapshotId> delete();
}
