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
   * @return the amount in the rate's currency
   */
  BigDecimal charge(Rate rate, Capacity size, Instant from, Instant to);

  /** What holding a size for one month of this policy costs. */
  BigDecimal perMonth(Rate rate, Capacity size);
}
