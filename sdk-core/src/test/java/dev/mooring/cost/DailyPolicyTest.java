package dev.mooring.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mooring.volume.Capacity;
import dev.mooring.volume.VolumeKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DailyPolicyTest {
  private static final Rate RATE = Rate.perMonth(VolumeKind.DRIVE, "0.10", RateUnit.GB);
  private static final Instant MIDNIGHT = Instant.parse("2026-11-01T00:00:00Z");

  @Property(tries = 2000)
  void a_charge_is_a_thirtieth_of_the_rate_for_each_utc_day_that_is_touched(
      @ForAll("instants") Instant from,
      @ForAll @LongRange(min = 0, max = 100L * 86_400_000) long millis,
      @ForAll @LongRange(min = 1, max = 100_000) long gigabytes) {
    Instant to = from.plusMillis(millis);
    long days = 0;
    for (long day = Math.floorDiv(from.getEpochSecond(), 86_400); ; day++) {
      Instant begin = Instant.ofEpochSecond(day * 86_400);
      if (!begin.isBefore(to)) {
        break;
      }
      Instant first = begin.isBefore(from) ? from : begin;
      Instant last =
          begin.plus(Duration.ofDays(1)).isBefore(to) ? begin.plus(Duration.ofDays(1)) : to;
      days += first.isBefore(last) ? 1 : 0;
    }
    BigDecimal expected =
        new BigDecimal("0.10")
            .multiply(BigDecimal.valueOf(gigabytes))
            .multiply(BigDecimal.valueOf(days))
            .divide(BigDecimal.valueOf(30), MathContext.DECIMAL128);
    assertThat(BillingPolicies.DAILY_30.charge(RATE, Capacity.gb(gigabytes), from, to))
        .isEqualByComparingTo(expected);
  }

  @Provide
  Arbitrary<Instant> instants() {
    Arbitrary<Instant> midnights =
        Arbitraries.longs().between(-400, 40_000).map(day -> Instant.ofEpochSecond(day * 86_400));
    return Arbitraries.oneOf(
        midnights,
        midnights.map(at -> at.minusNanos(1)),
        Arbitraries.longs().between(-10_000_000, 4_000_000_000L).map(Instant::ofEpochSecond));
  }

  @Property
  void periods_that_meet_at_midnight_add_up(
      @ForAll @LongRange(min = 0, max = 90) long first,
      @ForAll @LongRange(min = 0, max = 90) long second) {
    Instant middle = MIDNIGHT.plus(Duration.ofDays(first));
    Instant end = middle.plus(Duration.ofDays(second));
    Capacity size = Capacity.gb(30);
    BillingPolicy policy = BillingPolicies.DAILY_30;
    assertThat(
            policy.charge(RATE, size, MIDNIGHT, middle).add(policy.charge(RATE, size, middle, end)))
        .isEqualByComparingTo(policy.charge(RATE, size, MIDNIGHT, end));
  }

  @Test
  @DisplayName("100 GB at 0.10 cost exactly 10.00 for 30 days, whatever the time of day")
  void workedExample() {
    Instant end = MIDNIGHT.plus(Duration.ofDays(30));
    Capacity size = Capacity.gb(100);
    assertThat(BillingPolicies.DAILY_30.charge(RATE, size, MIDNIGHT, end))
        .isEqualByComparingTo("10.00");
    assertThat(BillingPolicies.DAILY_30.perMonth(RATE, size)).isEqualByComparingTo("10.00");
    assertThat(BillingPolicies.DAILY_30.charge(RATE, size, MIDNIGHT.plusSeconds(1), end))
        .isEqualByComparingTo("10.00");
    assertThat(BillingPolicies.DAILY_30.charge(RATE, size, MIDNIGHT, end.plusNanos(1)))
        .isEqualByComparingTo(
            new BigDecimal("10")
                .multiply(new BigDecimal("31"))
                .divide(new BigDecimal("30"), MathContext.DECIMAL128));
  }

  @Test
  @DisplayName("100 GiB are priced by the GB they are")
  void units() {
    assertThat(BillingPolicies.DAILY_30.perMonth(RATE, Capacity.gib(100)))
        .isEqualByComparingTo("10.73741824");
    assertThat(
            BillingPolicies.DAILY_30.perMonth(
                Rate.perMonth(VolumeKind.DRIVE, "0.20", RateUnit.GIB), Capacity.gib(100)))
        .isEqualByComparingTo("20");
  }

  @Test
  @DisplayName("no time costs nothing, and time does not run backwards")
  void edges() {
    Capacity size = Capacity.gb(1);
    assertThat(BillingPolicies.DAILY_30.charge(RATE, size, MIDNIGHT, MIDNIGHT)).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> BillingPolicies.DAILY_30.charge(RATE, size, MIDNIGHT, MIDNIGHT.minusSeconds(1)));
  }
}
