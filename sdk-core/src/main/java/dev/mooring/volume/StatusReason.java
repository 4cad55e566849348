package dev.mooring.volume;

import java.time.Instant;
import java.util.Objects;

/**
 * Why a volume is in its state.
 *
 * @param reason the stable name
 * @param raw the backend's own words; empty when it said nothing
 * @param since since when, UTC
 */
public record StatusReason(Reason reason, String raw, Instant since) {
  /** Checks that nothing is missing. */
  public StatusReason {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(raw, "raw");
    Objects.requireNonNull(since, "since");
  }

  /** What to do about it. */
  public String hint() {
    return reason.hint();
  }
}
