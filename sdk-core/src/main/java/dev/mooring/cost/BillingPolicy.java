package dev.mooring.cost;

import dev.mooring.volume.Capacity;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * How a rate becomes a charge: the divisor of a month, the period that is charged, and what a part
 * of a period costs. Implementations are immutable and thread-safe; amounts are exact or carry at
 * least 20 digits, rounding is the business of whoever shows them.
 */
public interface BillingPolicy {
  /** The stable name, for example {@code daily-30}: what the configuration says. */
  String name();

  /**
   * What holding a size from one instant to another costs.
   *
   * @param rate the rate that applies
   * @param size the size that is billed
   * @param from the first instant, inclusive, UTC
   * @param to the last instant, exclusive; not before {@code from}
   * @return the amount, in the currency of the rate's price book; 0 when the two instants are equal
   * @throws IllegalArgumentException when {@code to} is before {@code from}
   */
  BigDecimal charge(Rate rate, Capacity size, Instant from, Instant to);

  /**
   * What holding a size for one month of this policy costs (30 days for {@code daily-30}), in the
   * currency of the rate's price book.
   */
  BigDecimal perMonth(Rate rate, Capacity size);
}
