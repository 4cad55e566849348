package dev.mooring.cost;

import dev.mooring.volume.VolumeKind;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The rates that are in force, in one currency, and the billing policy that applies them.
 *
 * @param currency the currency of all rates
 * @param policy how rates become charges
 * @param rates the rates; of those that match a volume the most specific counts: one for its
 *     profile and region, else for its profile, else for its region, else for its kind; of two
 *     alike the first
 */
public record PriceBook(Currency currency, BillingPolicy policy, List<Rate> rates) {
  /** Copies the rates. */
  public PriceBook {
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(policy, "policy");
    rates = List.copyOf(rates);
  }

  /**
   * The default: drives at 0.10 USD per GB-month, charged daily (rate ÷ 30 per UTC day). It has no
   * price for other kinds.
   */
  public static PriceBook standard() {
    return new PriceBook(
        Currency.getInstance("USD"),
        BillingPolicies.DAILY_30,
        List.of(Rate.perMonth(VolumeKind.DRIVE, "0.10", RateUnit.GB)));
  }

  /** The rate for a volume; empty when none is set, which is not the same as free. */
  public Optional<Rate> rateFor(VolumeKind kind, String profile, String region) {
    Rate best = null;
    for (Rate rate : rates) {
      if (rate.matches(kind, profile, region)
          && (best == null || rate.specificity() > best.specificity())) {
        best = rate;
      }
    }
    return Optional.ofNullable(best);
  }
}
