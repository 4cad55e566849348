package dev.mooring.error;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One broken rule of a request.
 *
 * @param field the field that breaks it, as a path, for example {@code mounts[1].path}
 * @param message what is wrong, and what is allowed
 * @param suggestion a value that would do, or null
 * @param code what kind of violation it is; {@code INVALID_REQUEST} unless it is, for example, a
 *     quota. When all violations of a request are of one kind, the error is of the type of that
 *     code
 */
public record Violation(String field, String message, @Nullable String suggestion, ErrorCode code)
    implements Serializable {
  /** Checks that nothing but the suggestion is missing; escapes what is unfit for a message. */
  public Violation {
    field = Plain.of(Objects.requireNonNull(field, "field"));
    message = Plain.of(Objects.requireNonNull(message, "message"));
    Objects.requireNonNull(code, "code");
  }

  /** A violation without a suggestion. */
  public static Violation of(String field, String message) {
    return new Violation(field, message, null, ErrorCode.INVALID_REQUEST);
  }

  /** A violation with a value that would do. */
  public static Violation of(String field, String message, @Nullable String suggestion) {
    return new Violation(field, message, suggestion, ErrorCode.INVALID_REQUEST);
  }

  /** The same violation, of another kind. */
  public Violation as(ErrorCode newCode) {
    return new Violation(field, message, suggestion, newCode);
  }

  /** A value that would do, when one is known. */
  public Optional<String> suggested() {
    return Optional.ofNullable(suggestion);
  }

  @Override
  public String toString() {
    return field + ": " + message + (suggestion == null ? "" : " (try " + suggestion + ")");
  }
}
