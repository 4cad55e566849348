package dev.mooring.volume;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of one volume for ever: random, never used again, also not by a later volume of the same
 * name. Directories and images are named by it.
 *
 * @param value {@code vol-} and 32 hexadecimal digits
 */
public record VolumeId(String value) {
  private static final Pattern FORM = Pattern.compile("vol-[0-9a-f]{32}");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException when it is no volume id
   */
  public VolumeId {
    Objects.requireNonNull(value, "value");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not a volume id: vol- and 32 hexadecimal digits expected");
    }
  }

  /** A new random id. */
  public static VolumeId random() {
    return new VolumeId("vol-" + UUID.randomUUID().toString().replace("-", ""));
  }

  @Override
  public String toString() {
    return value;
  }
}
