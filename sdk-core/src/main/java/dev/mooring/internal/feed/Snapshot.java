package dev.mooring.internal.feed;

import dev.mooring.volume.VolumeId;
import java.time.Instant;
import java.util.Map;

/**
 * All volumes of a region at one time.
 *
 * @param volumes by their ids
 * @param at when they were looked at, by the backend's clock
 */
record Snapshot(Map<VolumeId, Seen> volumes, Instant at) {
  Snapshot {
    volumes = Map.copyOf(volumes);
  }
}
