package dev.mooring.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/** A clock that stands still until it is told otherwise. Thread-safe. */
public final class FakeClock extends Clock {
  private final Time now;
  private final ZoneId zone;

  private FakeClock(Time now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** A clock that stands at an instant, in UTC. */
  public static FakeClock at(Instant instant) {
    return new FakeClock(new Time(Objects.requireNonNull(instant, "instant")), ZoneOffset.UTC);
  }

  /** Moves it on; returns the new instant. */
  public Instant advance(Duration duration) {
    return now.advance(duration);
  }

  /** Sets it, also back. */
  public void set(Instant instant) {
    now.instant = Objects.requireNonNull(instant, "instant");
  }

  @Override
  public Instant instant() {
    return now.instant;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same clock in another zone: moving one moves both. */
  @Override
  public Clock withZone(ZoneId newZone) {
    return new FakeClock(now, Objects.requireNonNull(newZone, "newZone"));
  }

  @Override
  public String toString() {
    return "FakeClock[" + now.instant + "]";
  }

  /** What clocks of several zones share. */
  private static final class Time {
    private volatile Instant instant;

    Time(Instant instant) {
      this.instant = instant;
    }

    synchronized Instant advance(Duration duration) {
      instant = instant.plus(duration);
      return instant;
    }
  }
}
