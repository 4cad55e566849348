package dev.mooring.profile;

import java.util.Objects;

/**
 * Whether a profile can be had now, and why not.
 *
 * @param state whether it can be had
 * @param reason why not, or what is unknown; empty when it can
 */
public record Availability(State state, String reason) {
  /** Whether a profile can be had. */
  public enum State {
    /** It can be had. */
    AVAILABLE,
    /** It cannot. */
    UNAVAILABLE,
    /** The backend does not let the SDK know. */
    UNKNOWN
  }

  /** Checks that nothing is missing. */
  public Availability {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(reason, "reason");
  }

  /** It can be had; without a reason. */
  public static Availability available() {
    return new Availability(State.AVAILABLE, "");
  }

  /** It cannot, for a reason. */
  public static Availability unavailable(String reason) {
    return new Availability(State.UNAVAILABLE, reason);
  }

  /** Nobody knows, for a reason. */
  public static Availability unknown(String reason) {
    return new Availability(State.UNKNOWN, reason);
  }
}
