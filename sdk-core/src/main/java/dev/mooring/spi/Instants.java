package dev.mooring.spi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Times as text, read as {@link Instant#parse(CharSequence)} reads them. A record holds a handful,
 * and a list reads them thousands of times: those in UTC, which is how they are written, are read
 * without a formatter. Thread-safe.
 */
public final class Instants {
  private static final String PATTERN = "dddd-dd-ddTdd:dd:dd";
  private static final int NANO_DIGITS = 9;
  private static final int[] SCALE = {
    1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
  };

  private Instants() {}

  /**
   * Reads a time.
   *
   * @param text for example {@code 2026-05-04T03:02:01.5Z}
   * @throws DateTimeException when it is no time
   */
  public static Instant parse(String text) {
    return plain(text) ? utc(text) : Instant.parse(text);
  }

  /** Whether it is in UTC, with seconds, and has nothing but digits where digits belong. */
  private static boolean plain(String text) {
    int last = text.length() - 1;
    int fraction = last - PATTERN.length() - 1;
    if (last < PATTERN.length()
        || text.charAt(last) != 'Z'
        || fraction == 0
        || fraction > NANO_DIGITS
        || (fraction > 0 && text.charAt(PATTERN.length()) != '.')) {
      return false;
    }
    for (int i = 0; i < last; i++) {
      char wanted = i < PATTERN.length() ? PATTERN.charAt(i) : i == PATTERN.length() ? '.' : 'd';
      char found = text.charAt(i);
      if (wanted == 'd' ? found < '0' || found > '9' : found != wanted) {
        return false;
      }
    }
    // What counts otherwise, or not at all, is the formatter's.
    return number(text, 11, 13) < 24 && number(text, 14, 16) < 60 && number(text, 17, 19) < 60;
  }

  private static Instant utc(String text) {
    long day =
        LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
    long seconds =
        day * 86_400L
            + number(text, 11, 13) * 3_600L
            + number(text, 14, 16) * 60L
            + number(text, 17, 19);
    int last = text.length() - 1;
    int digits = Math.max(0, last - PATTERN.length() - 1);
    long nanos = digits == 0 ? 0 : (long) number(text, last - digits, last) * SCALE[digits];
    return Instant.ofEpochSecond(seconds, nanos);
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }
}
