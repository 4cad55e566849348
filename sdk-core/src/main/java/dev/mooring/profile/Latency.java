package dev.mooring.profile;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long an operation takes, in milliseconds.
 *
 * @param average on average, or null when that is not known
 * @param p99 at most in 99 of 100 cases, or null when that is not known
 */
public record Latency(@Nullable BigDecimal average, @Nullable BigDecimal p99) {
  /** On average; empty when that is not known. */
  public Optional<BigDecimal> averageIfKnown() {
    return Optional.ofNullable(average);
  }

  /** At most in 99 of 100 cases; empty when that is not known. */
  public Optional<BigDecimal> p99IfKnown() {
    return Optional.ofNullable(p99);
  }

  /** For example {@code 2 ms, 99 of 100 within 8 ms}. */
  @Override
  public String toString() {
    return (average == null ? "" : average.toPlainString() + " ms")
        + (average == null || p99 == null ? "" : ", ")
        + (p99 == null ? "" : "99 of 100 within " + p99.toPlainString() + " ms");
  }
}
