package dev.mooring.internal.layer;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Time and chance, which tests replace.
 *
 * @param nanos a clock that only runs forward
 * @param sleeper waits between two tries
 * @param random numbers from 0 to below 1
 */
public record Timing(LongSupplier nanos, Sleeper sleeper, DoubleSupplier random) {
  /** Waits. */
  @FunctionalInterface
  public interface Sleeper {
    /** Waits so long. */
    void sleep(Duration duration) throws InterruptedException;
  }

  /** The machine's own. */
  public static final Timing SYSTEM =
      new Timing(
          System::nanoTime,
          duration -> Thread.sleep(duration.toMillis()),
          () -> ThreadLocalRandom.current().nextDouble());
}
