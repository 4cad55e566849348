package dev.mooring.spi;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the names nearest to a mistyped one, for suggestions. */
public final class Nearest {
  private static final int LONGEST = 64;

  private Nearest() {}

  /**
   * The nearest name, if one is near enough to be meant: case does not count, and up to a third of
   * the letters may differ, or one begins with the other. What is longer than 64 characters has
   * none.
   */
  public static Optional<String> of(String typed, Collection<String> names) {
    return ranked(typed, names).stream().findFirst();
  }

  /** All names near enough to be meant, the nearest first. */
  public static List<String> ranked(String typed, Collection<String> names) {
    if (typed.length() > LONGEST) {
      return List.of();
    }
    String wanted = typed.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> name.length() <= LONGEST && near(wanted, name.toLowerCase(Locale.ROOT)))
        .sorted(
            Comparator.<String>comparingInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static boolean near(String a, String b) {
    int longer = Math.max(a.length(), b.length());
    return distance(a, b) <= (longer <= 3 ? 1 : Math.max(2, longer / 3))
        || (a.length() >= 3 && (a.startsWith(b) || b.startsWith(a)));
  }

  /** Edit distance with insertion, deletion and replacement (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
