package dev.mooring.spi;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as the configuration and the command line write them. */
public final class Durations {
  /** The longest that is accepted: 100 years, which no sum of durations can overflow. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private static final Pattern FORM = Pattern.compile("([0-9]{1,13})(ms|s|m|h|d)");

  private Durations() {}

  /**
   * Reads {@code 500ms}, {@code 90s}, {@code 2m}, {@code 1h}, {@code 7d}: up to {@code 36500d}.
   *
   * @throws IllegalArgumentException with what is allowed
   */
  public static Duration parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "must be a duration: a whole number with ms, s, m, h or d, like 90s");
    }
    long number = Long.parseLong(matcher.group(1));
    long millis =
        switch (matcher.group(2)) {
          case "ms" -> 1;
          case "s" -> 1000;
          case "m" -> 60_000;
          case "h" -> 3_600_000;
          default -> 86_400_000;
        };
    if (number > LONGEST.toMillis() / millis) {
      throw new IllegalArgumentException("must be a duration of at most 36500d");
    }
    return Duration.ofMillis(number * millis);
  }

  /** The shortest form, cut to milliseconds, which {@link #parse} reads. */
  public static String format(Duration duration) {
    if (duration.toMillisPart() != 0) {
      return duration.toMillis() + "ms";
    }
    long seconds = duration.toSeconds();
    if (seconds != 0 && seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds != 0 && seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    if (seconds != 0 && seconds % 60 == 0) {
      return seconds / 60 + "m";
    }
    return seconds + "s";
  }
}
