package dev.mooring.operation;

import java.time.Instant;
import java.util.Objects;

/**
 * One entry of an operation's history.
 *
 * @param at when, UTC, by the backend's clock
 * @param state what it came to, for example {@code PROVISIONING}, {@code DELETING}, {@code
 *     SUCCEEDED}; an open set
 * @param detail more words, possibly empty
 */
public record OperationEvent(Instant at, String state, String detail) {
  /** Checks that nothing is missing. */
  public OperationEvent {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(detail, "detail");
  }

  @Override
  public String toString() {
    return at + " " + state + (detail.isEmpty() ? "" : ": " + detail);
  }
}
