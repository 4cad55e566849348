package dev.mooring.operation;

import java.util.Objects;

/**
 * How far an operation is.
 *
 * @param fraction 0 to 1, by the steps that are done; says nothing about the time that is left
 * @param step what it does now, for people, for example {@code PROVISIONING: waiting for the
 *     driver}
 */
public record Progress(double fraction, String step) {
  /** Checks the range. */
  public Progress {
    Objects.requireNonNull(step, "step");
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException("a fraction is 0 to 1, not " + fraction);
    }
  }
}
