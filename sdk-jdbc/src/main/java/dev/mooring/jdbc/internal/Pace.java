package dev.mooring.jdbc.internal;

import java.time.Duration;

/**
 * How watches look for changes.
 *
 * @param poll how often other processes' commits are looked for; own commits are seen at once
 * @param alive how often a watch without news says that it lives
 * @param window at most so many changes are read at a time
 */
public record Pace(Duration poll, Duration alive, int window) {
  /** Quick enough for people, and about 0.1 % of a processor. */
  public static final Pace STANDARD = new Pace(Duration.ofMillis(25), Duration.ofSeconds(10), 1000);
}
