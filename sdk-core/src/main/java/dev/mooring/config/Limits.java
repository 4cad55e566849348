package dev.mooring.config;

import dev.mooring.volume.Capacity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Limits of an account in a region.
 *
 * @param quota how much it may have, or null for no limit of the SDK: the sum of the sizes asked
 *     for, of all its volumes, those in the trash included. On embedded it holds always; on
 *     Kubernetes it is summed before and after each creation, and counts the account's own
 *     namespace
 * @param drivesPerInstance how many drives one target may have, 1 to 128; 8 by default
 */
public record Limits(@Nullable Capacity quota, int drivesPerInstance) {
  /** The defaults. */
  public static final Limits STANDARD = new Limits(null, 8);

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException when the number of drives is out of it
   */
  public Limits {
    if (drivesPerInstance < 1 || drivesPerInstance > 128) {
      throw new IllegalArgumentException(
          "limits.drivesPerInstance is 1 to 128, not " + drivesPerInstance);
    }
  }

  /** How much the account may have; empty for no limit of the SDK. */
  public Optional<Capacity> quotaIfSet() {
    return Optional.ofNullable(quota);
  }
}
