package dev.mooring.internal.layer;

import dev.mooring.error.UnavailableException;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next try: exponential with full jitter, so that clients that failed
 * together do not come back together. What the backend asks for is waited first, in full.
 */
final class Backoff {
  /** A backend that asks for more is not waited for: its error is thrown at once. */
  static final Duration LONGEST_ASKED = Duration.ofSeconds(30);

  private static final long FIRST_MILLIS = 200;
  private static final long LONGEST_MILLIS = 10_000;

  private final DoubleSupplier random;

  Backoff(DoubleSupplier random) {
    this.random = random;
  }

  /** The time to wait after so many tries. */
  long millis(int tried, Throwable error) {
    return asked(error).toMillis() + (long) (random.getAsDouble() * most(tried));
  }

  /** How long the backend asked to wait. */
  static Duration asked(Throwable error) {
    return error instanceof UnavailableException unavailable
        ? unavailable.retryAfter().filter(asked -> !asked.isNegative()).orElse(Duration.ZERO)
        : Duration.ZERO;
  }

  private static long most(int tried) {
    // A shift by more than the few that reach the limit would overflow.
    return Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(tried - 1, 10));
  }
}
