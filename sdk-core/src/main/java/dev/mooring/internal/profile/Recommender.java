package dev.mooring.internal.profile;

import dev.mooring.profile.Availability;
import dev.mooring.profile.Expectation;
import dev.mooring.profile.Measure;
import dev.mooring.profile.ProfileOffer;
import dev.mooring.profile.ProfileOption;
import dev.mooring.profile.Recommendation;
import dev.mooring.profile.UseCase;
import dev.mooring.volume.Capacity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Ranks profiles for a use: those known to be available, those that the administrator names for it,
 * the use's kinds and lanes in their order, its measure, the price, the default; else the order of
 * the configuration. What is not known counts behind what is.
 */
final class Recommender {
  private static final Capacity TB = Capacity.tb(1);

  private final UseCase use;
  private final Currency currency;

  Recommender(UseCase use, Currency currency) {
    this.use = use;
    this.currency = currency;
  }

  Recommendation rank(String region, List<ProfileOffer> offers) {
    List<ProfileOption> unfit = new ArrayList<>();
    List<ProfileOffer> fit = new ArrayList<>();
    for (ProfileOffer offer : offers) {
      List<String> against = Fit.against(use, offer);
      if (against.isEmpty()) {
        fit.add(offer);
      } else {
        unfit.add(new ProfileOption(offer, against));
      }
    }
    fit.sort(order());
    return new Recommendation(
        use,
        region,
        fit.stream().map(offer -> new ProfileOption(offer, reasons(offer))).toList(),
        unfit);
  }

  private Comparator<ProfileOffer> order() {
    Comparator<BigDecimal> figures =
        use.measure().moreIsBetter() ? Comparator.reverseOrder() : Comparator.naturalOrder();
    Comparator<ProfileOffer> byPlace =
        Comparator.<ProfileOffer, Boolean>comparing(offer -> !isKnown(offer))
            .thenComparing(offer -> !Fit.isNamed(use, offer))
            .thenComparing(offer -> use.kinds().indexOf(offer.profile().kind()))
            .thenComparing(this::lane);
    return byPlace
        .thenComparing(this::figure, unknownLast(figures))
        .thenComparing(Recommender::price, unknownLast(Comparator.naturalOrder()))
        .thenComparing(offer -> !offer.profile().isDefault());
  }

  private static Comparator<Optional<BigDecimal>> unknownLast(Comparator<BigDecimal> known) {
    return Comparator.<Optional<BigDecimal>, Boolean>comparing(Optional::isEmpty)
        .thenComparing((a, b) -> a.isEmpty() || b.isEmpty() ? 0 : known.compare(a.get(), b.get()));
  }

  private static boolean isKnown(ProfileOffer offer) {
    return offer.availability().state() == Availability.State.AVAILABLE;
  }

  private int lane(ProfileOffer offer) {
    int place = use.lanes().indexOf(offer.profile().lane());
    return place < 0 ? use.lanes().size() : place;
  }

  private Optional<BigDecimal> figure(ProfileOffer offer) {
    return offer
        .profile()
        .expected()
        .flatMap(expected -> expected.perClient().figure(use.measure()));
  }

  /** What a terabyte costs, so that rates per GB and per GiB compare. */
  private static Optional<BigDecimal> price(ProfileOffer offer) {
    return offer.rateIfSet().map(rate -> rate.perMonth().multiply(rate.unit().quantity(TB)));
  }

  private List<String> reasons(ProfileOffer offer) {
    List<String> reasons = new ArrayList<>();
    if (!isKnown(offer)) {
      reasons.add("whether it can be had is not known: " + offer.availability().reason());
    }
    if (Fit.isNamed(use, offer)) {
      reasons.add("its administrator says that it is best for " + use.word());
    }
    reasons.add((Fit.manyWriters(offer) ? "many writers" : "one writer") + Fit.mode(offer));
    int place = use.lanes().indexOf(offer.profile().lane());
    reasons.add(
        "lane "
            + offer.profile().lane()
            + (place < 0
                ? ", none of those for " + use.words()
                : ", the " + Fit.place(place) + " choice for " + use.words()));
    if (use.measure() != Measure.PRICE) {
      reasons.add(
          figure(offer)
              .map(
                  figure ->
                      use.measure().words(figure.toPlainString())
                          + " for each client, as declared"
                          + declaredOn(offer))
              .orElse("no speed is declared"));
    }
    reasons.add(
        offer
            .rateIfSet()
            .map(
                rate ->
                    rate.perMonth().toPlainString()
                        + " "
                        + currency.getCurrencyCode()
                        + " for each "
                        + rate.unit().symbol()
                        + " and month")
            .orElse("no price is set"));
    return reasons;
  }

  private static String declaredOn(ProfileOffer offer) {
    return offer
        .profile()
        .expected()
        .flatMap(Expectation::asOfIfKnown)
        .map(date -> " on " + date)
        .orElse("");
  }
}
