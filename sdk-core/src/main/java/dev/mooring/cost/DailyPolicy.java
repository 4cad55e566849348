package dev.mooring.cost;

import dev.mooring.volume.Capacity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Charges each UTC day that is touched in full, at the rate divided by a fixed number of days. */
record DailyPolicy(String name, int daysPerMonth) implements BillingPolicy {
  @Override
  public BigDecimal charge(Rate rate, Capacity size, Instant from, Instant to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the period ends before it begins: " + from + " to " + to);
    }
    // Multiplied first and divided last: 100 × 0.10 × 30 ÷ 30 is exactly 10.
    return perMonth(rate, size)
        .multiply(BigDecimal.valueOf(daysTouched(from, to)))
        .divide(BigDecimal.valueOf(daysPerMonth), MathContext.DECIMAL128);
  }

  @Override
  public BigDecimal perMonth(Rate rate, Capacity size) {
    return rate.perMonth().multiply(rate.unit().quantity(size));
  }

  private static long daysTouched(Instant from, Instant to) {
    if (from.equals(to)) {
      return 0;
    }
    LocalDate first = from.atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate last = to.minusNanos(1).atOffset(ZoneOffset.UTC).toLocalDate();
    return ChronoUnit.DAYS.between(first, last) + 1;
  }
}
