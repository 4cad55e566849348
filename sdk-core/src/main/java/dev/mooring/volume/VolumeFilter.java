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

  /** Every volume of the account. */
  public static VolumeFilter where() {
    return ALL;
  }

  /** Only those of a region. */
  public VolumeFilter region(String name) {
    return new VolumeFilter(name, status, labels);
  }

  /** Only those of a status, as it is when the volume is read. */
  public VolumeFilter status(VolumeStatus word) {
    return new VolumeFilter(region, word, labels);
  }

  /** Only those with this label; repeated calls add conditions. */
  public VolumeFilter label(String key, String value) {
    Map<String, String> more = new TreeMap<>(labels);
    more.put(key, value);
    return new VolumeFilter(region, status, more);
  }

  /** The region asked for. */
  public Optional<String> region() {
    return Optional.ofNullable(region);
  }

  /** The status asked for. */
  public Optional<VolumeStatus> status() {
    return Optional.ofNullable(status);
  }

  /** The labels asked for. */
  public Map<String, String> labels() {
    return labels;
  }
}
