package dev.mooring.internal.validate;

import dev.mooring.profile.Profile;
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

  /** A size that must be given, and fit its profile. */
  public static void check(
      Violations violations, String field, @Nullable Capacity size, @Nullable Profile profile) {
    check(
        violations,
        field,
        size,
        profile == null ? SMALLEST : profile.minSize(),
        profile == null ? null : profile.maxSize());
    step(violations, field, size, profile);
  }

  /** The step of a profile's sizes. */
  public static void step(
      Violations violations, String field, @Nullable Capacity size, @Nullable Profile profile) {
    Capacity step = profile == null ? null : profile.sizeStep();
    if (size != null && step != null && size.bytes() % step.bytes() != 0) {
      long more = size.bytes() - size.bytes() % step.bytes() + step.bytes();
      violations.add(
          field,
          size + " is no multiple of " + step,
          more > 0 ? Capacity.ofBytes(more).toString() : null);
    }
  }

  /** A size that must be given, between two others. */
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
