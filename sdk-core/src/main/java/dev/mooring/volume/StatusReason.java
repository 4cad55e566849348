package dev.mooring.volume;

import java.time.Instant;
import java.util.Objects;

/**
 * Why a volume, or an instance, is in its state.
 *
 * @param reason the stable name
 * @param raw the backend's own words, for people; empty when it said nothing; holds no secrets
 * @param since since when, UTC
 * @param hint what to do about it, in a clause; once a volume waits too long, also whom to ask
 */
public record StatusReason(Reason reason, String raw, Instant since, String hint) {
  /** Checks that nothing is missing. */
  public StatusReason {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(raw, "raw");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(hint, "hint");
  }

  /** A reason with its own hint. */
  public StatusReason(Reason reason, String raw, Instant since) {
    this(reason, raw, since, reason.hint());
  }

  /** The same with another hint. */
  public StatusReason withHint(String newHint) {
    return new StatusReason(reason, raw, since, newHint);
  }
}
