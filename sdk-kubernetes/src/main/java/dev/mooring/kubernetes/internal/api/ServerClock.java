package dev.mooring.kubernetes.internal.api;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The API server's clock, from the Date header of its answers. That has whole seconds, so each
 * answer only bounds the difference to this machine's clock; the difference in use is the smallest
 * one within all bounds, so that two clocks that agree stay in step to the millisecond.
 */
public final class ServerClock {
  private final Clock machine;
  private @Nullable Duration least;
  private @Nullable Duration most;

  /** A clock that has heard of no server yet: this machine's. */
  public ServerClock(Clock machine) {
    this.machine = machine;
  }

  /** This machine's time, to pass to {@link #heard} as the time a request was sent. */
  public Instant machineNow() {
    return machine.instant();
  }

  /** The server's time. */
  public synchronized Instant now() {
    return machine.instant().plus(difference());
  }

  /** How far the server's clock is ahead of this machine's; negative when it is behind. */
  public synchronized Duration difference() {
    if (least == null || most == null) {
      return Duration.ZERO;
    }
    if (least.compareTo(Duration.ZERO) > 0) {
      return least;
    }
    return most.compareTo(Duration.ZERO) < 0 ? most : Duration.ZERO;
  }

  /** Learns from the Date header of an answer to a request sent at a time. */
  public synchronized void heard(Instant sentAt, String date) {
    Instant server;
    try {
      server = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return; // a proxy's idea of a date
    }
    // The header was written between sending and now, and was cut to a second.
    Duration newLeast = Duration.between(machine.instant(), server);
    Duration newMost = Duration.between(sentAt, server.plusSeconds(1));
    Duration low = least == null || newLeast.compareTo(least) > 0 ? newLeast : least;
    Duration high = most == null || newMost.compareTo(most) < 0 ? newMost : most;
    boolean stepped = low.compareTo(high) > 0; // one of the clocks was set
    least = stepped ? newLeast : low;
    most = stepped ? newMost : high;
  }
}
