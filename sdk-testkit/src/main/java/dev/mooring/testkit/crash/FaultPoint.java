package dev.mooring.testkit.crash;

import java.util.Objects;

/**
 * A call that can be broken.
 *
 * @param name the call in words, the same for the same call
 * @param mutates whether it may change something
 */
public record FaultPoint(String name, boolean mutates) {
  /** Checks that nothing is missing. */
  public FaultPoint {
    Objects.requireNonNull(name, "name");
  }
}
