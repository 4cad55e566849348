package dev.mooring.internal.validate;

import org.jspecify.annotations.Nullable;

/** Words for people: one line of text. */
public final class Descriptions {
  /** The longest description, in characters as people count them. */
  public static final int LONGEST = 500;

  private Descriptions() {}

  /** Checks a description; none is fine. */
  public static void check(Violations violations, String field, @Nullable String description) {
    if (description == null) {
      return;
    }
    int length = description.codePointCount(0, description.length());
    if (length > LONGEST) {
      violations.add(
          field, "has " + length + " characters, but at most " + LONGEST + " are allowed");
    }
    description
        .codePoints()
        .filter(Descriptions::hidden)
        .findFirst()
        .ifPresent(
            c ->
                violations.add(
                    field,
                    "must be one line of text, but holds the control character "
                        + String.format("U+%04X", c)));
  }

  /** Control characters, line ends, lone surrogates, and what turns the direction of text. */
  private static boolean hidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    };
  }
}
