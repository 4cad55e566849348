package dev.mooring.cost;

import dev.mooring.volume.VolumeKind;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A price per unit and month, for the volumes that it matches. What a month is, the billing policy
 * says.
 *
 * @param kind the kind it is for
 * @param profile the profile it is for, or null for all
 * @param region the region it is for, or null for all
 * @param perMonth the price of one unit for one month, in the price book's currency; not negative
 * @param unit the unit
 */
public record Rate(
    VolumeKind kind,
    @Nullable String profile,
    @Nullable String region,
    BigDecimal perMonth,
    RateUnit unit) {
  /**
   * Checks that the price is not negative, and strips its scale, so that 0.1 equals 0.10.
   *
   * @throws IllegalArgumentException when the price is negative
   */
  public Rate {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(unit, "unit");
    if (perMonth.signum() < 0) {
      throw new IllegalArgumentException("a rate cannot be negative: " + perMonth);
    }
    perMonth = perMonth.signum() == 0 ? BigDecimal.ZERO : perMonth.stripTrailingZeros();
  }

  /**
   * A rate for every volume of a kind.
   *
   * @param price a decimal number, for example {@code 0.10}, in the price book's currency
   * @throws IllegalArgumentException when it is none, or negative
   */
  public static Rate perMonth(VolumeKind kind, String price, RateUnit unit) {
    return new Rate(kind, null, null, new BigDecimal(price), unit);
  }

  boolean matches(VolumeKind wantedKind, String wantedProfile, String wantedRegion) {
    return kind == wantedKind
        && (profile == null || profile.equals(wantedProfile))
        && (region == null || region.equals(wantedRegion));
  }

  int specificity() {
    return (profile == null ? 0 : 2) + (region == null ? 0 : 1);
  }

  /** Where the rate comes from, for a cost line: for example {@code drive profile=block}. */
  public String source() {
    return kind.word()
        + (profile == null ? "" : " profile=" + profile)
        + (region == null ? "" : " region=" + region);
  }
}
