package dev.mooring.kubernetes.internal.api;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When the API server was away last. One that has just started answers before it has read its
 * roles, and refuses everybody for a moment; so what it refuses soon after it was away may only
 * come too early. Thread-safe.
 */
final class Outage {
  /** Longer than the pause between two looks of a wait. */
  static final Duration SOON_AFTER = Duration.ofSeconds(15);

  private final LongSupplier nanos;
  private final AtomicReference<@Nullable Long> last = new AtomicReference<>();

  /**
   * None so far.
   *
   * @param nanos a time that only grows
   */
  Outage(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Notes that it could not be reached, or says that it is not ready. A lost answer alone is none:
   * a watch may just have been closed.
   */
  void seen() {
    last.set(nanos.getAsLong());
  }

  /** Whether the server was away a moment ago. */
  boolean recent() {
    Long at = last.get();
    return at != null && nanos.getAsLong() - at < SOON_AFTER.toNanos();
  }
}
