package dev.mooring.operation;

import java.util.Objects;

/**
 * One thing that a plan would change.
 *
 * @param action what would be done: {@code create}, {@code attach}, {@code detach}, {@code delete},
 *     {@code none}
 * @param resource on what, for example {@code drive/workspace}
 * @param detail the rest in words, for example {@code 100GB from profile block, mounted at
 *     /workspace}
 */
public record Change(String action, String resource, String detail) {
  /** Checks that nothing is missing. */
  public Change {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(detail, "detail");
  }

  @Override
  public String toString() {
    return action + " " + resource + (detail.isEmpty() ? "" : ": " + detail);
  }
}
