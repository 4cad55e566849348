package dev.mooring.region;

import dev.mooring.volume.Capacity;
import java.util.Objects;

/**
 * A quota and how much of it is used.
 *
 * @param name whose it is and what it counts, for people, for example {@code the region's quota},
 *     {@code the quota of profile block}, {@code ResourceQuota acme, requests.storage}
 * @param unit what the figures are
 * @param used how much is used
 * @param limit how much there may be
 */
public record QuotaUsage(String name, Unit unit, long used, long limit) {
  /** What is counted. */
  public enum Unit {
    /** The sizes of volumes. */
    BYTES,
    /** Volumes. */
    OBJECTS
  }

  /** Checks that nothing is missing. */
  public QuotaUsage {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(unit, "unit");
  }

  /** Whether more fits. */
  public boolean fits(long asked) {
    return asked <= limit - used;
  }

  /** A figure of this quota in words: a size, or a number. */
  public String figure(long amount) {
    return unit == Unit.BYTES ? Capacity.ofBytes(amount).toString() : Long.toString(amount);
  }

  /** For example {@code the region's quota: 40GB used of 50GB}. */
  @Override
  public String toString() {
    return name + ": " + figure(used) + " used of " + figure(limit);
  }
}
