package dev.mooring.cli.internal.output;

import dev.mooring.cost.Total;
import dev.mooring.volume.Capacity;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Values as people read them. */
public final class Words {
  private static final int EXACT = 7;

  private Words() {}

  /** A size: exact where that is short, else rounded, like {@code 107.37GB}. */
  public static String size(Capacity size) {
    String exact = size.toString();
    if (exact.length() <= EXACT) {
      return exact;
    }
    String[] units = {"B", "kB", "MB", "GB", "TB", "PB"};
    double number = size.bytes();
    int unit = 0;
    while (number >= 1000 && unit < units.length - 1) {
      number /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.2f%s", number, units[unit]);
  }

  /** A size, or a dash when it is not known. */
  public static String size(Optional<Capacity> size) {
    return size.map(Words::size).orElse("-");
  }

  /** A text, or a dash when there is none. */
  public static String orDash(Optional<?> thing) {
    return thing.map(Object::toString).filter(text -> !text.isEmpty()).orElse("-");
  }

  /** A time, to the second, UTC. */
  public static String time(Instant time) {
    return DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.SECONDS));
  }

  /** How long ago a time was, in its largest unit. */
  public static String age(Instant since, Instant now) {
    Duration age = Duration.between(since, now);
    if (age.toDays() > 0) {
      return age.toDays() + "d";
    }
    if (age.toHours() > 0) {
      return age.toHours() + "h";
    }
    if (age.toMinutes() > 0) {
      return age.toMinutes() + "m";
    }
    return Math.max(0, age.toSeconds()) + "s";
  }

  /** A sum of money with its currency code. */
  public static String money(Total total) {
    return total.toString();
  }
}
