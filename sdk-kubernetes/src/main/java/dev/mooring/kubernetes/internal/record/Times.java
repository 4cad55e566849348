package dev.mooring.kubernetes.internal.record;

import dev.mooring.spi.Instants;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as the API server writes them. */
public final class Times {
  private Times() {}

  /** The later one of two. */
  public static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** A time; epoch when there is none. */
  public static Instant of(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Instant.EPOCH;
    }
    try {
      return Instants.parse(text);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }
}
