package dev.mooring.operation;

import java.util.Objects;

/**
 * One thing that a plan would change.
 *
 * @param action what would be done: {@code create}, {@code attach}, {@code place} on some nodes
 *     only, or {@code none} where it is so already
 * @param resource on what, for example {@code drive/workspace}, or {@code scratch}
 * @param detail the rest in words, for people, for example {@code 100GB from profile block in
 *     us-central}, {@code to instance/trainer-0 at /workspace}, {@code on nodes with zone=a, for
 *     drive/workspace}
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
