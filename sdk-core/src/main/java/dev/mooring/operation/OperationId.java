package dev.mooring.operation;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of an operation: it holds all that is needed to find it again, in any process: region,
 * what it works on, and a random part.
 *
 * @param value {@code REGION/KIND/NAME/TYPE-XXXXXXXXXXXX}, for example {@code
 *     us-central/drive/workspace/create-0a1b2c3d4e5f}; KIND is drive, fs, object, snapshot or a
 *     target's kind
 */
public record OperationId(String value) {
  private static final Pattern FORM =
      Pattern.compile(
          "([a-z0-9.-]{1,63})/([a-z]{1,20})/([A-Za-z0-9._-]{1,253})/([a-z]{1,12})-([0-9a-f]{12})");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException when it is no operation id
   */
  public OperationId {
    Objects.requireNonNull(value, "value");
    if (value.length() > 400 || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not an operation id: REGION/KIND/NAME/TYPE-XXXXXXXXXXXX is expected");
    }
  }

  /**
   * A new id.
   *
   * @param kind the word of a kind of volume or target
   * @throws IllegalArgumentException when the parts do not make an id
   */
  public static OperationId random(String region, String kind, String name, OperationType type) {
    String random = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    return new OperationId(region + "/" + kind + "/" + name + "/" + type.word() + "-" + random);
  }

  /** The region. */
  public String region() {
    return part(1);
  }

  /** The kind of volume, or of target. */
  public String kind() {
    return part(2);
  }

  /** The volume's or target's name. */
  public String name() {
    return part(3);
  }

  /** The type's word: {@link OperationType#word()}. */
  public String type() {
    return part(4);
  }

  private String part(int group) {
    Matcher matcher = FORM.matcher(value);
    if (!matcher.matches()) {
      throw new IllegalStateException(value);
    }
    return matcher.group(group);
  }

  @Override
  public String toString() {
    return value;
  }
}
