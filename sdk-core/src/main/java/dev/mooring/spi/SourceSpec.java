package dev.mooring.spi;

import dev.mooring.snapshot.VolumeSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a volume was made from, found.
 *
 * @param asked what was asked for
 * @param id the id of that snapshot or volume
 * @param key the key of its record
 * @param leastBytes what the backend needs for a copy: it may have given the source more than asked
 * @param storageClass the storage class of the volume that the bytes come from, or null when it had
 *     the cluster's default, or its backend has none
 */
public record SourceSpec(
    VolumeSource asked, String id, String key, long leastBytes, @Nullable String storageClass) {
  /** Checks that nothing is missing. */
  public SourceSpec {
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(key, "key");
  }

  /** Whether it is a snapshot, and not a volume. */
  public boolean isSnapshot() {
    return asked instanceof VolumeSource.OfSnapshot;
  }
}
