package dev.mooring.internal.validate;

import dev.mooring.volume.MountPath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Mount paths, alone and beside each other. */
public final class MountPaths {
  private static final int LONGEST_SEGMENT = 255;

  private MountPaths() {}

  /**
   * A mount of a target, to be compared with its others.
   *
   * @param field the field that says it, for example {@code mounts[1].path}
   * @param path where it is mounted
   * @param what what is mounted, for example {@code drive/workspace}
   */
  public record Entry(String field, MountPath path, String what) {}

  /** Checks a path; null when it breaks a rule. */
  public static @Nullable MountPath check(Violations violations, String field, String path) {
    List<String> problems = MountPath.problems(path);
    if (problems.isEmpty()) {
      return new MountPath(path);
    }
    violations.add(
        field,
        Shown.of(path) + " is not a valid mount path: it " + String.join("; it ", problems),
        suggestion(path));
    return null;
  }

  /** No mount of a target may be at, above or below another's path. */
  public static void overlaps(Violations violations, List<Entry> mounts) {
    for (int i = 0; i < mounts.size(); i++) {
      for (int j = 0; j < i; j++) {
        Entry first = mounts.get(j);
        Entry second = mounts.get(i);
        if (second.path().overlaps(first.path())) {
          violations.add(second.field(), overlap(first, second));
        }
      }
    }
  }

  private static String overlap(Entry first, Entry second) {
    String a = first.path().value();
    String b = second.path().value();
    String relation = a.equals(b) ? "is also" : a.length() < b.length() ? "lies below" : "contains";
    return b + " (" + second.what() + ") " + relation + " " + a + " (" + first.what() + ")";
  }

  /** The nearest valid path; null when nothing of the path is left. */
  static @Nullable String suggestion(String path) {
    if (path.length() > 1000) {
      return null;
    }
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : path.split("/", -1)) {
      String clean = segment.strip();
      if (clean.equals("..")) {
        segments.pollLast();
      } else if (!clean.isEmpty() && !clean.equals(".")) {
        String safe = clean.codePoints().mapToObj(MountPaths::safe).collect(Collectors.joining());
        segments.addLast(safe.substring(0, Math.min(safe.length(), LONGEST_SEGMENT)));
      }
    }
    if (segments.isEmpty()) {
      return null;
    }
    String joined = "/" + String.join("/", segments);
    if (MountPath.problems(joined).isEmpty()) {
      return joined;
    }
    // What is left is a reserved folder.
    return "/mnt" + joined;
  }

  private static String safe(int c) {
    boolean allowed =
        (c >= 'a' && c <= 'z')
            || (c >= 'A' && c <= 'Z')
            || (c >= '0' && c <= '9')
            || "._-".indexOf(c) >= 0;
    return allowed ? Character.toString(c) : "-";
  }
}
