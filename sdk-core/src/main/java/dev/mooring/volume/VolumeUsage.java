package dev.mooring.volume;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How much of a volume is used, as it was measured once.
 *
 * @param used the bytes in use
 * @param total the bytes that its filesystem has, which may be a little less than its size, or null
 *     where nothing limits it
 * @param usedInodes the files, folders and links in it, or null when nobody counts them
 * @param totalInodes how many there may be, or null where nothing limits them
 * @param sampledAt when it was measured, UTC, by the backend's clock; backends measure from time to
 *     time, so that this may be a minute or two ago
 */
public record VolumeUsage(
    Capacity used,
    @Nullable Capacity total,
    @Nullable Long usedInodes,
    @Nullable Long totalInodes,
    Instant sampledAt) {
  /** Checks that nothing is missing. */
  public VolumeUsage {
    Objects.requireNonNull(used, "used");
    Objects.requireNonNull(sampledAt, "sampledAt");
  }

  /** The bytes that its filesystem has; empty where nothing limits it. */
  public Optional<Capacity> totalIfKnown() {
    return Optional.ofNullable(total);
  }

  /** The files, folders and links in it; empty when nobody counts them. */
  public OptionalLong usedInodesIfKnown() {
    return usedInodes == null ? OptionalLong.empty() : OptionalLong.of(usedInodes);
  }

  /** How many files, folders and links there may be; empty where nothing limits them. */
  public OptionalLong totalInodesIfKnown() {
    return totalInodes == null ? OptionalLong.empty() : OptionalLong.of(totalInodes);
  }

  /** For example {@code 12GB of 100GB}. */
  @Override
  public String toString() {
    return used + (total == null ? "" : " of " + total);
  }
}
