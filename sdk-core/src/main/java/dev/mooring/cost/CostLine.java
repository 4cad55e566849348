package dev.mooring.cost;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a cost.
 *
 * @param volume what it is for, for example {@code drive/workspace}
 * @param component what of it, for example {@code capacity}
 * @param quantity how many units, exactly: the size asked for in the unit
 * @param unit the unit, for example {@code GB}
 * @param unitPrice the price of a unit for a month, or null when no price is set
 * @param amount the amount for the period, not rounded, or null when no price is set
 * @param perMonth the amount for a month of the policy, not rounded, or null when no price is set
 * @param policy the name of the billing policy
 * @param source the rate it comes from, or what is missing
 */
public record CostLine(
    String volume,
    String component,
    BigDecimal quantity,
    String unit,
    @Nullable Money unitPrice,
    @Nullable Money amount,
    @Nullable Money perMonth,
    String policy,
    String source) {
  /** Checks that what must be there is there. */
  public CostLine {
    Objects.requireNonNull(volume, "volume");
    Objects.requireNonNull(component, "component");
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(source, "source");
  }

  /** Whether no price is set for it: the total is incomplete then. */
  public boolean missing() {
    return amount == null;
  }

  /** The amount for the period; empty when no price is set. */
  public Optional<Money> amountIfPriced() {
    return Optional.ofNullable(amount);
  }
}
