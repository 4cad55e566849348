package dev.mooring.spi;

import dev.mooring.access.Owner;
import dev.mooring.snapshot.SnapshotId;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeRef;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for when a snapshot was taken, with what its volume was then.
 *
 * @param id the snapshot's id, drawn by the client that takes it
 * @param account the account
 * @param name the snapshot's name
 * @param volume the volume's kind and name
 * @param volumeId the volume's id
 * @param volumeKey the key of the volume's record
 * @param owner who owned the volume
 * @param region the region
 * @param profile the volume's profile
 * @param sizeBytes the volume's size
 * @param storageClass the volume's storage class, or null
 * @param snapshotClass the class that takes it, or null where the backend has none or picks it
 * @param scheduledAt when a schedule asked for it, by the backend's clock, or null when a user did
 */
public record SnapshotSpec(
    SnapshotId id,
    String account,
    String name,
    VolumeRef volume,
    VolumeId volumeId,
    String volumeKey,
    Owner owner,
    String region,
    String profile,
    long sizeBytes,
    @Nullable String storageClass,
    @Nullable String snapshotClass,
    @Nullable Instant scheduledAt) {
  /** Checks that nothing is missing. */
  public SnapshotSpec {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(volumeId, "volumeId");
    Objects.requireNonNull(volumeKey, "volumeKey");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(profile, "profile");
    if (volume.kindIfGiven().isEmpty()) {
      throw new IllegalArgumentException("the volume's kind is missing");
    }
    if (sizeBytes < 0) {
      throw new IllegalArgumentException("sizeBytes is " + sizeBytes);
    }
  }

  /** A new snapshot of a volume as it is now. */
  public static SnapshotSpec of(VolumeRecord volume, String name) {
    VolumeSpec spec = volume.spec();
    return new SnapshotSpec(
        SnapshotId.random(),
        spec.account(),
        name,
        spec.ref(),
        spec.id(),
        volume.key(),
        spec.owner(),
        spec.region(),
        spec.profile(),
        spec.sizeBytes(),
        spec.storageClass(),
        null,
        null);
  }

  /** The same, taken by a class. */
  public SnapshotSpec withSnapshotClass(@Nullable String className) {
    return new SnapshotSpec(
        id,
        account,
        name,
        volume,
        volumeId,
        volumeKey,
        owner,
        region,
        profile,
        sizeBytes,
        storageClass,
        className,
        scheduledAt);
  }

  /** The same, taken by a schedule; null for a user. */
  public SnapshotSpec withScheduledAt(@Nullable Instant time) {
    return new SnapshotSpec(
        id,
        account,
        name,
        volume,
        volumeId,
        volumeKey,
        owner,
        region,
        profile,
        sizeBytes,
        storageClass,
        snapshotClass,
        time);
  }
}
