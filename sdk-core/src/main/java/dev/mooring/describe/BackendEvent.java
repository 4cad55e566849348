package dev.mooring.describe;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that the backend told about a volume or its users, in its own words.
 *
 * @param about what it is about: kind and name, for example {@code Pod trainer-0}
 * @param reason the backend's word for it, for example {@code FailedMount}
 * @param message the backend's words; holds no secrets
 * @param count how often it happened, at least once
 * @param first when it happened first, UTC, by the backend's clock
 * @param last when it happened last, UTC, by the backend's clock
 */
public record BackendEvent(
    String about, String reason, String message, int count, Instant first, Instant last) {
  /** Checks that nothing is missing. */
  public BackendEvent {
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
  }
}
