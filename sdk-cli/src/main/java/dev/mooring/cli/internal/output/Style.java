package dev.mooring.cli.internal.output;

import dev.mooring.volume.VolumeStatus;

/**
 * Colours, where they are wanted.
 *
 * @param on whether they are
 */
public record Style(boolean on) {
  /** No colours. */
  public static final Style PLAIN = new Style(false);

  /** What a reader looks for first. */
  public String bold(String text) {
    return code("1", text);
  }

  /** What matters less. */
  public String dim(String text) {
    return code("2", text);
  }

  /** What is well. */
  public String good(String text) {
    return code("32", text);
  }

  /** What somebody should know. */
  public String warning(String text) {
    return code("33", text);
  }

  /** What is wrong. */
  public String bad(String text) {
    return code("31", text);
  }

  /** A status in its colour. */
  public String status(VolumeStatus status) {
    return switch (status) {
      case AVAILABLE, ATTACHED -> good(status.name());
      case FAILED, SUSPENDED -> bad(status.name());
      case DELETED -> dim(status.name());
      default -> warning(status.name());
    };
  }

  private String code(String code, String text) {
    return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
