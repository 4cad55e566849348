package dev.mooring.operation;

import java.util.Objects;

/**
 * Something that a plan may go on with, but that its user should know.
 *
 * @param code a stable word, for example {@code NOT_FENCED}
 * @param resource what it is about, for example {@code drive/workspace}
 * @param message what it means and what to do
 */
public record Warning(String code, String resource, String message) {
  /** The drive's access mode lets several pods of one node write at once. */
  public static final String NOT_FENCED = "NOT_FENCED";

  /** Nothing enforces the size. */
  public static final String SIZE_NOT_ENFORCED = "SIZE_NOT_ENFORCED";

  /** What a volume is made from is in another place than the volume. */
  public static final String TOPOLOGY = "TOPOLOGY";

  /** The bytes of a volume stay when it is deleted. */
  public static final String DATA_STAYS = "DATA_STAYS";

  /** Checks that nothing is missing. */
  public Warning {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(message, "message");
  }

  @Override
  public String toString() {
    return code + " " + resource + ": " + message;
  }
}
