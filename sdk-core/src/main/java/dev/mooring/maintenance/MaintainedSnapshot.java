package dev.mooring.maintenance;

import dev.mooring.snapshot.SnapshotId;
import dev.mooring.volume.VolumeRef;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A scheduled snapshot in a report.
 *
 * @param id the snapshot
 * @param name its name
 * @param volume the volume that it was taken from
 * @param region where
 * @param scheduledAt when the schedule took it, UTC
 * @param reasons of one that is kept: the rules that keep it ({@code hourly}, {@code daily}, {@code
 *     weekly}, {@code monthly}), or {@code in use}; of others empty
 */
public record MaintainedSnapshot(
    SnapshotId id,
    String name,
    VolumeRef volume,
    String region,
    Instant scheduledAt,
    List<String> reasons) {
  /** Checks and copies. */
  public MaintainedSnapshot {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(volume, "volume");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(scheduledAt, "scheduledAt");
    reasons = List.copyOf(reasons);
  }
}
