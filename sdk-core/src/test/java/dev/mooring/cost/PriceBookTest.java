package dev.mooring.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mooring.volume.VolumeKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PriceBookTest {
  private static final Currency USD = Currency.getInstance("USD");
  private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");

  @Property(tries = 2000)
  void the_most_specific_rate_counts(
      @ForAll("rates") List<Rate> rates,
      @ForAll VolumeKind kind,
      @ForAll("names") String profile,
      @ForAll("names") String region) {
    Optional<Rate> reference =
        rates.stream()
            .filter(r -> r.kind() == kind)
            .filter(r -> r.profile() == null || profile.equals(r.profile()))
            .filter(r -> r.region() == null || region.equals(r.region()))
            .min(
                Comparator.<Rate, Boolean>comparing(r -> r.profile() == null)
                    .thenComparing(r -> r.region() == null));
    assertThat(new PriceBook(USD, BillingPolicies.DAILY_30, rates).rateFor(kind, profile, region))
        .isEqualTo(reference);
  }

  @Provide
  Arbitrary<List<Rate>> rates() {
    return Combinators.combine(
            Arbitraries.of(VolumeKind.class),
            names().injectNull(0.5),
            names().injectNull(0.5),
            Arbitraries.integers().between(0, 9))
        .as(
            (kind, profile, region, price) ->
                new Rate(kind, profile, region, BigDecimal.valueOf(price), RateUnit.GB))
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of("a", "b", "c");
  }

  @Property
  void a_total_is_the_rounded_sum_of_what_is_priced_and_tells_what_is_missing(
      @ForAll("lines") List<CostLine> lines) {
    Cost cost = new Cost(USD, AT, AT, lines);
    List<Money> priced = new ArrayList<>();
    lines.forEach(line -> line.amountIfPriced().ifPresent(priced::add));
    boolean complete = priced.size() == lines.size();
    assertThat(cost.complete()).isEqualTo(complete);
    assertThat(cost.total().complete()).isEqualTo(complete);
    if (priced.isEmpty() && !lines.isEmpty()) {
      assertThat(cost.total().money()).isEmpty();
    } else {
      assertThat(cost.total().money())
          .contains(priced.stream().reduce(Money.zero(USD), Money::plus).rounded());
    }
  }

  @Provide
  Arbitrary<List<CostLine>> lines() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.ZERO, BigDecimal.TEN)
        .ofScale(4)
        .injectNull(0.3)
        .map(PriceBookTest::line)
        .list()
        .ofMaxSize(6);
  }

  private static CostLine line(@Nullable BigDecimal amount) {
    Money money = amount == null ? null : new Money(amount, USD);
    return new CostLine(
        "drive/x", "capacity", BigDecimal.ONE, "GB", money, money, money, "daily-30", "drive");
  }

  @Test
  @DisplayName("a missing price is told as missing, never as 0")
  void missing() {
    assertThat(PriceBook.standard().rateFor(VolumeKind.FILESYSTEM, "shared", "eu")).isEmpty();
    assertThat(new Cost(USD, AT, AT, List.of(line(null))).total())
        .hasToString("unknown (prices missing)");
    assertThat(new Cost(USD, AT, AT, List.of(line(null), line(BigDecimal.TEN))).total())
        .hasToString("10.00 USD and more (prices missing)");
    assertThat(new Cost(USD, AT, AT, List.of()).total()).hasToString("0.00 USD");
  }

  @Test
  @DisplayName("rounding happens once, at the end of the sum")
  void rounding() {
    CostLine third = line(new BigDecimal("0.0034"));
    assertThat(new Cost(USD, AT, AT, List.of(third, third, third)).total()).hasToString("0.01 USD");
  }

  @Test
  @DisplayName("rates are not negative, and 0 is a price")
  void rates2() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Rate.perMonth(VolumeKind.DRIVE, "-0.01", RateUnit.GB));
    assertThat(Rate.perMonth(VolumeKind.DRIVE, "0.00", RateUnit.GB))
        .isEqualTo(Rate.perMonth(VolumeKind.DRIVE, "0", RateUnit.GB));
    assertThat(Rate.perMonth(VolumeKind.DRIVE, "0.10", RateUnit.GB))
        .isEqualTo(Rate.perMonth(VolumeKind.DRIVE, "0.1", RateUnit.GB));
  }
}
