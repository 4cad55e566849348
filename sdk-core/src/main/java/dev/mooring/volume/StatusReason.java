package dev.mooring.volume;

import java.time.Instant;
import java.util.Objects;

/**
 * Why a volume, or an instance, is in its state.
 *
 * @param reason the stable name
 * @param raw the backend's own words, for people; empty when it said nothing; holds no secrets
 * @param since since when, UTC
 */
public record StatusReason(Reason reason, String raw, Instant since) {
  /** Checks that nothing is missing. */
  public StatusReason {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(raw, "raw");
    Objects.requireNonNull(since, "since");
  }

  /** What to do about it, in a clause: that of the {@link #reason}. */
  public String hint() {
    return reason.hint();
  }
}
