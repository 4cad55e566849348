package dev.mooring.internal.validate;

import dev.mooring.volume.Labels;

/** Labels, by the rules of Kubernetes' labels, because that is what they become. */
public final class LabelsCheck {
  /** How many labels a volume may have. */
  public static final int MOST = 32;

  private static final int LONGEST = 63;
  private static final String RULE =
      " characters of [A-Za-z0-9._-] that begin and end with a letter or digit";

  private LabelsCheck() {}

  /** Checks number, keys and values. */
  public static void check(Violations violations, String field, Labels labels) {
    int count = labels.entries().size();
    if (count > MOST) {
      violations.add(field, "has " + count + " labels, but at most " + MOST + " are allowed");
    }
    labels.entries().forEach((key, value) -> entry(violations, field, key, value));
  }

  private static void entry(Violations violations, String field, String key, String value) {
    if (!valid(key)) {
      violations.add(
          field, Shown.of(key) + " is not a valid label key: it must be 1 to " + LONGEST + RULE);
    }
    if (!value.isEmpty() && !valid(value)) {
      violations.add(
          field + "." + (valid(key) ? key : Shown.of(key)),
          Shown.of(value) + " is not a valid label value: it must be 0 to " + LONGEST + RULE);
    }
  }

  static boolean valid(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.chars().allMatch(c -> alphanumeric(c) || c == '.' || c == '_' || c == '-')
        && alphanumeric(text.charAt(0))
        && alphanumeric(text.charAt(text.length() - 1));
  }

  private static boolean alphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
