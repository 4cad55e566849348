package dev.mooring.internal.validate;

import dev.mooring.volume.Capacity;
import org.jspecify.annotations.Nullable;

/** Sizes of volumes. */
public final class Sizes {
  /** The smallest size of any volume. */
  public static final Capacity SMALLEST = Capacity.gb(1);

  /**
   * The largest size of any volume, 1 EiB: backends round up and add, and must not leave 63 bits.
   */
  public static final Capacity LARGEST = Capacity.tib(1L << 20);

  private Sizes() {}

  /** A size that must be given, between those of its profile. */
  public static void check(
      Violations violations,
      String field,
      @Nullable Capacity size,
      Capacity min,
      @Nullable Capacity max) {
    Capacity least = min.compareTo(SMALLEST) < 0 ? SMALLEST : min;
    Capacity most = max == null || max.compareTo(LARGEST) > 0 ? LARGEST : max;
    if (size == null) {
      violations.add(
          field, "is missing: a size with its unit, GB = 10^9 or GiB = 2^30 bytes", "100GB");
    } else if (size.compareTo(least) < 0) {
      violations.add(
          field, size + " is too small: at least " + least + " is needed", least.toString());
    } else if (size.compareTo(most) > 0) {
      violations.add(
          field, size + " is too large: at most " + most + " is allowed", most.toString());
    }
  }
}
