package dev.mooring.internal.validate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a user gave, and when, made fit for one line of a message. */
public final class Shown {
  private static final int LONGEST = 80;
  private static final int LONGEST_PATH = 200;

  private Shown() {}

  /**
   * The text in quotes: everything but printable ASCII escaped as in Java, and cut after 80
   * characters with its length told. So no text can break a line of a log, or look like another.
   */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder("'");
    int taken = 0;
    for (; taken < text.length(); taken++) {
      String next = escaped(text.charAt(taken));
      if (shown.length() - 1 + next.length() > LONGEST) {
        break;
      }
      shown.append(next);
    }
    if (taken < text.length()) {
      return shown.append("…' (").append(text.length()).append(" characters)").toString();
    }
    return shown.append('\'').toString();
  }

  /** The text likewise, without quotes: the name of something, in the place of a resource. */
  public static String plain(String text) {
    return cut(text, LONGEST);
  }

  /** The path of a key, escaped likewise, without quotes. */
  public static String path(String path) {
    return cut(path, LONGEST_PATH);
  }

  /** A time, to the second, UTC. */
  public static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String cut(String text, int longest) {
    StringBuilder shown = new StringBuilder();
    text.chars().limit(longest).forEach(c -> shown.append(escaped((char) c)));
    return text.length() > longest ? shown + "…" : shown.toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\\' -> "\\\\";
      case '\'' -> "\\'";
      default -> c >= ' ' && c < 0x7f ? String.valueOf(c) : String.format("\\u%04x", (int) c);
    };
  }
}
