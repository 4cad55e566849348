package dev.mooring.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits for what becomes true by itself, and tells what was seen last when it does not. A condition
 * is asked again every 20 ms, and always once more at the end, in the calling thread; what it
 * throws ends the wait. An interrupted thread fails at once.
 */
public final class Eventually {
  /** How long is waited unless a limit is given: 2 minutes. */
  public static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private Eventually() {}

  /**
   * Waits until a condition holds, for at most {@link #PATIENCE}.
   *
   * @param what the condition in words, for the message
   * @throws AssertionError when it does not come to hold
   */
  public static void holds(String what, BooleanSupplier condition) {
    value(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  /**
   * Waits until an assertion passes: until it throws no {@link AssertionError}.
   *
   * @param limit how long to wait
   * @throws AssertionError what it threw last
   */
  public static void passes(Duration limit, Runnable assertion) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      boolean last = System.nanoTime() - end >= 0;
      try {
        assertion.run();
        return;
      } catch (AssertionError e) {
        if (last || Thread.currentThread().isInterrupted()) {
          throw e;
        }
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /**
   * Waits until there is a value, for at most {@link #PATIENCE}, and returns it.
   *
   * @param what the value in words, for the message
   * @throws AssertionError when there is none
   */
  public static <T> T value(String what, Supplier<Optional<T>> source) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      boolean last = System.nanoTime() - end >= 0;
      Optional<T> value = source.get();
      if (value.isPresent()) {
        return value.get();
      }
      if (last) {
        throw new AssertionError("not within " + PATIENCE + ": " + what);
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new AssertionError("interrupted while waiting for: " + what);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
