package dev.mooring.cost;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What something costs in a period, line by line.
 *
 * @param currency the currency of all lines
 * @param from the period's first instant, UTC
 * @param to the period's end, exclusive
 * @param lines the lines, one for each volume and component; a missing price is a line that says
 *     so, never 0
 */
public record Cost(Currency currency, Instant from, Instant to, List<CostLine> lines) {
  /** Copies the lines. */
  public Cost {
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    lines = List.copyOf(lines);
  }

  /** The sum for the period, rounded half up to the currency's digits once, at the end. */
  public Total total() {
    return sum(CostLine::amount);
  }

  /** The sum for one month of the billing policy, rounded likewise. */
  public Total perMonth() {
    return sum(CostLine::perMonth);
  }

  /** Whether every line has a price; true also of no lines. */
  public boolean complete() {
    return lines.stream().noneMatch(CostLine::missing);
  }

  private Total sum(Function<CostLine, @Nullable Money> part) {
    Money sum = lines.isEmpty() ? Money.zero(currency) : null;
    for (CostLine line : lines) {
      Money amount = part.apply(line);
      if (amount != null) {
        sum = sum == null ? amount : sum.plus(amount);
      }
    }
    return new Total(sum == null ? null : sum.rounded(), complete());
  }
}
