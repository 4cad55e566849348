package dev.mooring.cost;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sum of cost lines: what is known, and whether that is all. When no line has a price there is no
 * amount, rather than 0.
 *
 * @param known the sum of the lines that have a price, or null when there are lines and none has
 * @param complete whether every line has a price
 */
public record Total(@Nullable Money known, boolean complete) {
  /** The sum of the lines that have a price; empty when none has. */
  public Optional<Money> money() {
    return Optional.ofNullable(known);
  }

  /**
   * For example {@code 10.00 USD}, {@code 10.00 USD and more (prices missing)}, {@code unknown
   * (prices missing)}.
   */
  @Override
  public String toString() {
    if (known == null) {
      return "unknown (prices missing)";
    }
    return complete ? known.toString() : known + " and more (prices missing)";
  }
}
