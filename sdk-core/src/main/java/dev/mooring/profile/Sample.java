package dev.mooring.profile;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What somebody measured on a volume of a profile. Samples stand beside what is declared: neither
 * replaces, averages or ranks the other.
 *
 * @param perClient what one client got
 * @param measuredOn when
 * @param by how, in words: the tool, its arguments, the machine
 */
public record Sample(Performance perClient, LocalDate measuredOn, String by) {
  /** Checks that nothing is missing. */
  public Sample {
    Objects.requireNonNull(perClient, "perClient");
    Objects.requireNonNull(measuredOn, "measuredOn");
    Objects.requireNonNull(by, "by");
  }

  /** For example {@code reads 141 MB/s, measured on 2026-11-21 by fio}. */
  @Override
  public String toString() {
    return perClient + ", measured on " + measuredOn + " by " + by;
  }
}
