package dev.mooring.kubernetes.internal.health;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.kubernetes.internal.record.Times;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.VolumeUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds a claim in the statistics of a kubelet. */
final class NodeStatistics {
  private NodeStatistics() {}

  /** The newest figures of a claim, of whichever pod mounts it; empty when there are none. */
  static Optional<VolumeUsage> of(JsonNode summary, String namespace, String claim) {
    List<VolumeUsage> samples = new ArrayList<>();
    for (JsonNode pod : summary.path("pods")) {
      for (JsonNode volume : pod.path("volume")) {
        JsonNode ref = volume.path("pvcRef");
        if (ref.path("name").asText().equals(claim)
            && ref.path("namespace").asText().equals(namespace)) {
          of(volume).ifPresent(samples::add);
        }
      }
    }
    return samples.stream().max(Comparator.comparing(VolumeUsage::sampledAt));
  }

  /** A figure that is left out is unknown; bytes and time must be there. */
  private static Optional<VolumeUsage> of(JsonNode volume) {
    Long used = number(volume, "usedBytes");
    Instant time = Times.of(volume.path("time").asText());
    if (used == null || time.equals(Instant.EPOCH)) {
      return Optional.empty();
    }
    Long total = number(volume, "capacityBytes");
    return Optional.of(
        new VolumeUsage(
            Capacity.ofBytes(used),
            total == null || total == 0 ? null : Capacity.ofBytes(total),
            counted(volume, "inodesUsed"),
            counted(volume, "inodes"),
            time));
  }

  /** Filesystems that count no inodes, btrfs and CephFS for example, tell 0 of them. */
  private static @Nullable Long counted(JsonNode volume, String name) {
    Long number = number(volume, name);
    return number != null && number > 0 ? number : null;
  }

  private static @Nullable Long number(JsonNode volume, String name) {
    JsonNode value = volume.path(name);
    return value.canConvertToLong() && value.asLong() >= 0 ? (Long) value.asLong() : null;
  }
}
