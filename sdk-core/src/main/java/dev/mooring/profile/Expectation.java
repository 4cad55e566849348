package dev.mooring.profile;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What speed a profile's administrator declares under {@code expected}. A declaration, not a
 * measurement: those are {@link Sample samples}.
 *
 * @param perClient what one client may expect
 * @param asOf when that was declared, or null when it has no date
 */
public record Expectation(Performance perClient, @Nullable LocalDate asOf) {
  /** Checks that nothing is missing. */
  public Expectation {
    Objects.requireNonNull(perClient, "perClient");
  }

  /** When that was declared; empty when it has no date. */
  public Optional<LocalDate> asOfIfKnown() {
    return Optional.ofNullable(asOf);
  }

  /** For example {@code reads 150 MB/s, as declared on 2026-03-06}. */
  @Override
  public String toString() {
    return perClient + (asOf == null ? ", as declared" : ", as declared on " + asOf);
  }
}
