package dev.mooring.error;

import java.io.Serializable;

/**
 * A field in which an existing thing differs from the one asked for.
 *
 * @param field the field's name
 * @param existing its value as it is
 * @param asked the value asked for
 */
public record Difference(String field, String existing, String asked) implements Serializable {
  @Override
  public String toString() {
    return field + " is " + existing + ", asked " + asked;
  }
}
