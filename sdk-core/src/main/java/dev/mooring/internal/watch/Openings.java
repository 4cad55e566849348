package dev.mooring.internal.watch;

import java.time.Duration;

/**
 * When a watch may be opened: at once, and then with pauses from 1 s, doubling to 10 s, until one
 * has lived for a while. Not thread-safe.
 */
public final class Openings {
  static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofSeconds(10);

  private final Pacer pacer;
  private long begun;
  private long pause;

  /** None so far. */
  public Openings(Pacer pacer) {
    this.pacer = pacer;
  }

  /** Whether the pause since the last opening is over. */
  public boolean due() {
    return pause == 0 || pacer.nanos() - begun >= pause;
  }

  /** Notes that one begins. */
  public void begin() {
    long now = pacer.nanos();
    boolean calm = pause == 0 || now - begun > pause + LONGEST.toNanos();
    pause = calm ? FIRST.toNanos() : Math.min(2 * pause, LONGEST.toNanos());
    begun = now;
  }

  /** Notes that it failed: the pause counts from now, however long that took. */
  public void failed() {
    begun = pacer.nanos();
  }

  /** Notes a refusal, after which there is no pause: every wait shall hear of it at once. */
  public void refused() {
    pause = 0;
  }
}
