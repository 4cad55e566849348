package dev.mooring.volume;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which volumes to list: all conditions must hold. Immutable; each method returns a narrower copy.
 *
 * <pre>{@code
 * storage.cloudDrives().list(where().region("us-central").status(AVAILABLE).label("team", "nlp"));
 * }</pre>
 */
public final class VolumeFilter {
  private static final VolumeFilter ALL = new VolumeFilter(null, null, Map.of());

  private final @Nullable String region;
  private final @Nullable VolumeStatus status;
  private final Map<String, String> labels;

  private VolumeFilter(
      @Nullable String region, @Nullable VolumeStatus status, Map<String, String> labels) {
    this.region = region;
    this.status = status;
    this.labels = Map.copyOf(labels);
  }

  /**
   * No condition yet: every volume of the account. What is in the trash is listed only when its
   * status, {@code DELETED}, is asked for.
   */
  public static VolumeFilter where() {
    return ALL;
  }

  /** Only those of a region. A later call replaces it. */
  public VolumeFilter region(String name) {
    return new VolumeFilter(name, status, labels);
  }

  /** Only those of a status, as it is when the volume is read. A later call replaces it. */
  public VolumeFilter status(VolumeStatus word) {
    return new VolumeFilter(region, word, labels);
  }

  /** Only those with this label; calls with other keys add conditions, the same key replaces. */
  public VolumeFilter label(String key, String value) {
    Map<String, String> more = new TreeMap<>(labels);
    more.put(key, value);
    return new VolumeFilter(region, status, more);
  }

  /** The region asked for; empty for all. */
  public Optional<String> region() {
    return Optional.ofNullable(region);
  }

  /** The status asked for; empty for all but {@code DELETED}. */
  public Optional<VolumeStatus> status() {
    return Optional.ofNullable(status);
  }

  /** The labels asked for. Unmodifiable. */
  public Map<String, String> labels() {
    return labels;
  }
}
