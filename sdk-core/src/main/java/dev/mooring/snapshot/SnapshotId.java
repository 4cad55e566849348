package dev.mooring.snapshot;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of one snapshot for ever: random, never used again.
 *
 * @param value {@code snap-} and 32 hexadecimal digits
 */
public record SnapshotId(String value) {
  private static final Pattern FORM = Pattern.compile("snap-[0-9a-f]{32}");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException when it is no snapshot id
   */
  public SnapshotId {
    Objects.requireNonNull(value, "value");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not a snapshot id: snap- and 32 hexadecimal digits expected");
    }
  }

  /** A new random id. */
  public static SnapshotId random() {
    return new SnapshotId("snap-" + UUID.randomUUID().toString().replace("-", ""));
  }

  @Override
  public String toString() {
    return value;
  }
}
