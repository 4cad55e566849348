package dev.mooring.config;

/**
 * How calls to a backend are repeated. Only calls that may be repeated are, when they fail as
 * unavailable or with an unknown outcome, after a wait that doubles from 0.2 s to 10 s at most, at
 * random below that, and after what the backend asks to wait (up to 30 s; more is not waited for).
 *
 * @param attempts how often a call is tried in all, 1 to 20; 4 by default
 * @param budgetPercent how many retries there may be for each 100 calls, so that a dead server is
 *     not hammered, and 10 beyond that at the start; 20 by default, 0 for no retries at all
 */
public record RetrySettings(int attempts, int budgetPercent) {
  /** The defaults. */
  public static final RetrySettings STANDARD = new RetrySettings(4, 20);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when a number is out of its range
   */
  public RetrySettings {
    if (attempts < 1 || attempts > 20) {
      throw new IllegalArgumentException("retry.attempts is 1 to 20, not " + attempts);
    }
    if (budgetPercent < 0 || budgetPercent > 100) {
      throw new IllegalArgumentException("retry.budget is 0 to 100 %, not " + budgetPercent);
    }
  }
}
