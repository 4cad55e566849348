package dev.mooring.config;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How long to wait.
 *
 * @param request the longest that one request to a backend may take; 30 s by default; {@code
 *     timeouts.request} in the configuration
 * @param longestWait the longest that a wait without its own limit may take; 5 minutes by default;
 *     {@code timeouts.wait} in the configuration
 * @param askAfter how long a volume may be pending before its hint says whom to ask; 5 minutes by
 *     default; {@code timeouts.askAfter} in the configuration
 */
public record Timeouts(Duration request, Duration longestWait, Duration askAfter) {
  private static final Duration ASK_AFTER = Duration.ofMinutes(5);

  /** The defaults. */
  public static final Timeouts STANDARD =
      new Timeouts(Duration.ofSeconds(30), Duration.ofMinutes(5), ASK_AFTER);

  /**
   * Checks that all are positive.
   *
   * @throws IllegalArgumentException when one is not
   */
  public Timeouts {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(longestWait, "longestWait");
    Objects.requireNonNull(askAfter, "askAfter");
    for (Duration timeout : List.of(request, longestWait, askAfter)) {
      if (timeout.isNegative() || timeout.isZero()) {
        throw new IllegalArgumentException("a timeout must be longer than nothing");
      }
    }
  }

  /** These timeouts for requests and waits, and the default for asking. */
  public Timeouts(Duration request, Duration longestWait) {
    this(request, longestWait, ASK_AFTER);
  }

  /** The same, with another time after which a pending volume says whom to ask. */
  public Timeouts withAskAfter(Duration pending) {
    return new Timeouts(request, longestWait, pending);
  }
}
