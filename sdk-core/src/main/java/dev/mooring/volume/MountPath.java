package dev.mooring.volume;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Where a volume appears in a target: an absolute, normalised path whose segments are 1 to 255
 * characters of {@code [A-Za-z0-9._-]}, 4,096 in all, outside the system's own folders.
 *
 * @param value the path, for example {@code /workspace}
 */
public record MountPath(String value) {
  /** Paths that cannot be mounted over, nor anything below them. */
  public static final List<String> RESERVED =
      List.of(
          "/proc", "/sys", "/dev", "/etc", "/bin", "/sbin", "/lib", "/lib64", "/usr", "/boot",
          "/run");

  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._-]{1,255}");
  private static final int LONGEST = 4096;

  /**
   * Checks all rules.
   *
   * @throws IllegalArgumentException with every rule that the path breaks
   */
  public MountPath {
    Objects.requireNonNull(value, "value");
    List<String> problems = problems(value);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }

  /** Every rule that a path breaks, in words; empty when it is good. */
  public static List<String> problems(String path) {
    if (path.length() > LONGEST) {
      return List.of("is longer than 4,096 characters");
    }
    if (!path.startsWith("/")) {
      return List.of("must be absolute: begin with '/'");
    }
    if (path.equals("/")) {
      return List.of("must not be '/' itself");
    }
    List<String> problems = new ArrayList<>();
    for (String segment : path.substring(1).split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        problems.add("must be normalised: no empty, '.' or '..' segment, and no '/' at its end");
        break;
      }
    }
    for (String segment : path.substring(1).split("/", -1)) {
      if (!segment.isEmpty() && !SEGMENT.matcher(segment).matches()) {
        problems.add("may hold only segments of 1 to 255 characters of [A-Za-z0-9._-]");
        break;
      }
    }
    for (String reserved : RESERVED) {
      if (path.equals(reserved) || path.startsWith(reserved + "/")) {
        problems.add("is reserved: " + reserved + " and everything below it belong to the system");
      }
    }
    return problems;
  }

  /** Whether one of the two paths is the other, or lies below it: a target cannot have both. */
  public boolean overlaps(MountPath other) {
    return value.equals(other.value)
        || value.startsWith(other.value + "/")
        || other.value.startsWith(value + "/");
  }

  @Override
  public String toString() {
    return value;
  }
}
