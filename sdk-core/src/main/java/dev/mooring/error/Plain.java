package dev.mooring.error;

/**
 * Words made fit for one line of a log or a terminal: what would end the line, steer the terminal
 * or turn the direction of reading is escaped. Messages quote names and others' words.
 */
final class Plain {
  private Plain() {}

  static String of(String words) {
    StringBuilder plain = null;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < words.length()
              && Character.isLowSurrogate(words.charAt(i + 1));
      if (pair) {
        i++;
        if (plain != null) {
          plain.append(c).append(words.charAt(i));
        }
      } else if (steers(c)) {
        if (plain == null) {
          plain = new StringBuilder(words.length() + 16).append(words, 0, i);
        }
        plain.append(escaped(c));
      } else if (plain != null) {
        plain.append(c);
      }
    }
    return plain == null ? words : plain.toString();
  }

  private static boolean steers(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private static String escaped(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format("\\u%04x", (int) c);
    };
  }
}
