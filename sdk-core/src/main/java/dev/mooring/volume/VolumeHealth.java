package dev.mooring.volume;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a volume's bytes can be reached, as far as its backend shows: the worst that was found. A
 * volume that is not made yet is {@code OK}: its status says how far it is.
 *
 * @param state how it is
 * @param reason why, with the backend's words, since when and what to do, or null when it is {@code
 *     OK}; {@code since} is when it was noticed where nobody knows when it began
 * @param checkedAt when it was looked at, UTC, by the backend's clock
 * @param unseen what this client may not look at, each in a sentence that says what would let it:
 *     trouble there is not seen; empty when all was seen
 */
public record VolumeHealth(
    HealthState state, @Nullable StatusReason reason, Instant checkedAt, List<String> unseen) {
  /** Copies and checks: what is not well has a reason. */
  public VolumeHealth {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(checkedAt, "checkedAt");
    unseen = List.copyOf(unseen);
    if ((state == HealthState.OK) != (reason == null)) {
      throw new IllegalArgumentException(state + " with the reason " + reason);
    }
  }

  /** Why; empty when it is {@code OK}. */
  public Optional<StatusReason> reasonIfSet() {
    return Optional.ofNullable(reason);
  }

  /** For example {@code INACCESSIBLE: VOLUME_LOST, its folder is not there}. */
  @Override
  public String toString() {
    return state
        + (reason == null ? "" : ": " + reason.reason())
        + (reason == null || reason.raw().isEmpty() ? "" : ", " + reason.raw());
  }
}
