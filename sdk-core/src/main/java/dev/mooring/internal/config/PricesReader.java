package dev.mooring.internal.config;

import dev.mooring.cost.BillingPolicies;
import dev.mooring.cost.BillingPolicy;
import dev.mooring.cost.PriceBook;
import dev.mooring.cost.Rate;
import dev.mooring.cost.RateUnit;
import dev.mooring.internal.validate.Shown;
import dev.mooring.spi.Nearest;
import dev.mooring.spi.Settings;
import dev.mooring.volume.VolumeKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a price book. */
final class PricesReader {
  private static final Pattern PRICE = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,12})?");
  private static final Map<String, RateUnit> UNITS = units();

  private PricesReader() {}

  /**
   * Reads the section, or the file that is instead of it.
   *
   * @param regions the regions that rates may name; empty when they may name others too
   */
  static PriceBook read(Settings prices, Set<String> regions) {
    PriceBook standard = PriceBook.standard();
    Currency currency =
        prices.parsed("currency", PricesReader::currency).orElse(standard.currency());
    BillingPolicy policy = prices.parsed("policy", PricesReader::policy).orElse(standard.policy());
    if (prices.raw("rates").isEmpty()) {
      if (!currency.equals(standard.currency())) {
        prices.wrong("rates", "is missing: the default rates are in " + standard.currency());
      }
      return new PriceBook(currency, policy, standard.rates());
    }
    List<Rate> rates = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    for (Settings section : prices.sections("rates")) {
      rate(section, regions)
          .ifPresent(
              rate -> {
                rates.add(rate);
                String twin = seen.putIfAbsent(rate.source(), section.path());
                if (twin != null) {
                  section.wrong("kind", "is for the same volumes as " + twin);
                }
              });
    }
    return new PriceBook(currency, policy, rates);
  }

  private static Optional<Rate> rate(Settings rate, Set<String> regions) {
    for (String key : List.of("kind", "perMonth", "unit")) {
      if (rate.raw(key).isEmpty()) {
        rate.wrong(key, "is missing");
      }
    }
    Optional<VolumeKind> kind = rate.oneOf("kind", ProfileReader.KINDS);
    Optional<BigDecimal> price = rate.parsed("perMonth", PricesReader::price);
    Optional<RateUnit> unit = rate.oneOf("unit", UNITS);
    String profile = rate.string("profile").orElse(null);
    String region = rate.string("region").orElse(null);
    if (region != null && !regions.isEmpty() && !regions.contains(region)) {
      String nearest = Nearest.of(region, regions).orElse(null);
      rate.wrong("region", "there is no region " + Shown.of(region), nearest);
    }
    return kind.isPresent() && price.isPresent() && unit.isPresent()
        ? Optional.of(new Rate(kind.get(), profile, region, price.get(), unit.get()))
        : Optional.empty();
  }

  private static BigDecimal price(String text) {
    if (!PRICE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "must be a decimal number that is not negative, like 0.10");
    }
    return new BigDecimal(text);
  }

  private static Currency currency(String text) {
    try {
      return Currency.getInstance(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("must be an ISO 4217 code, like USD", e);
    }
  }

  private static BillingPolicy policy(String text) {
    return BillingPolicies.named(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be one of "
                        + String.join(", ", BillingPolicies.names())
                        + Nearest.of(text, BillingPolicies.names())
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("")));
  }

  private static Map<String, RateUnit> units() {
    Map<String, RateUnit> units = new LinkedHashMap<>();
    for (RateUnit unit : RateUnit.values()) {
      units.put(unit.symbol(), unit);
    }
    return units;
  }
}
