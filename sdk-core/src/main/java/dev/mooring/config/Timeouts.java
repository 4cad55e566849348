package dev.mooring.config;

import java.time.Duration;
import java.util.Objects;

/**
 * How long to wait.
 *
 * @param request the longest that one request to a backend may take; 30 s by default; {@code
 *     timeouts.request} in the configuration
 * @param longestWait the longest that a wait without its own limit may take; 5 minutes by default;
 *     {@code timeouts.wait} in the configuration
 */
public record Timeouts(Duration request, Duration longestWait) {
  /** The defaults. */
  public static final Timeouts STANDARD =
      new Timeouts(Duration.ofSeconds(30), Duration.ofMinutes(5));

  /**
   * Checks that both are positive.
   *
   * @throws IllegalArgumentException when one is not
   */
  public Timeouts {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(longestWait, "longestWait");
    if (request.isNegative()
        || request.isZero()
        || longestWait.isNegative()
        || longestWait.isZero()) {
      throw new IllegalArgumentException("a timeout must be longer than nothing");
    }
  }
}
