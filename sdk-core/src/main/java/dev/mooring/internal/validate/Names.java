package dev.mooring.internal.validate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names are DNS labels (RFC 1123), as Kubernetes wants them, and not words that mislead. */
public final class Names {
  /** The longest DNS label. */
  public static final int LONGEST = 63;

  /**
   * Reserved: what scripts print when a name is missing or means everything, and what YAML reads as
   * something else than text.
   */
  static final Set<String> RESERVED = Set.of("all", "none", "null", "undefined", "true", "false");

  private Names() {}

  /** The name of a volume. */
  public static void volume(Violations violations, String field, String name) {
    check(violations, field, name, LONGEST);
  }

  /** The name of a target. */
  public static void target(Violations violations, String field, String name) {
    check(violations, field, name, LONGEST);
  }

  /** The name of an account. */
  public static void account(Violations violations, String field, String name) {
    check(violations, field, name, LONGEST);
  }

  /** The name of a region. */
  public static void region(Violations violations, String field, String name) {
    check(violations, field, name, LONGEST);
  }

  /** The name of a profile. */
  public static void profile(Violations violations, String field, String name) {
    check(violations, field, name, LONGEST);
  }

  /** A DNS label of at most so many characters; every broken rule in one violation. */
  public static void check(Violations violations, String field, String name, int longest) {
    List<String> rules = broken(name, longest);
    if (!rules.isEmpty()) {
      violations.add(
          field,
          Shown.of(name) + " is not a valid name: " + String.join("; ", rules),
          suggestion(name, longest));
    }
  }

  private static List<String> broken(String name, int longest) {
    if (name.isEmpty()) {
      return List.of("it must not be empty");
    }
    if (RESERVED.contains(name)) {
      return List.of("it is a reserved word");
    }
    List<String> rules = new ArrayList<>();
    if (name.length() > longest) {
      rules.add("it must not be longer than " + longest + " characters");
    }
    if (!name.chars().allMatch(c -> letterOrDigit(c) || c == '-')) {
      rules.add("it may hold only lower-case letters a to z, digits and '-'");
    }
    if (name.startsWith("-") || name.endsWith("-")) {
      rules.add("it must begin and end with a letter or digit");
    }
    return rules;
  }

  /** The nearest valid name; null when nothing of the name is left. */
  static @Nullable String suggestion(String name, int longest) {
    String begin = name.substring(0, Math.min(name.length(), 4 * LONGEST));
    String plain = Normalizer.normalize(begin, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder label = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (letterOrDigit(c)) {
        label.append(c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK && !endsWithDash(label)) {
        label.append('-');
      }
    }
    label.setLength(Math.min(label.length(), longest));
    while (endsWithDash(label) && label.length() > 0) {
      label.setLength(label.length() - 1);
    }
    String result = label.toString();
    if (result.isEmpty()) {
      return null;
    }
    return RESERVED.contains(result) ? result + "-1" : result;
  }

  /** True of an empty one too, so that no label begins with a dash. */
  private static boolean endsWithDash(StringBuilder label) {
    return label.isEmpty() || label.charAt(label.length() - 1) == '-';
  }

  private static boolean letterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
