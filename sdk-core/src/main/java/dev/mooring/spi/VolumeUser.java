package dev.mooring.spi;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who mounts a volume now: a pod, or an embedded instance.
 *
 * @param kind {@code pod} or {@code instance}
 * @param name its name
 * @param state what it does
 * @param bare whether no controller would start it again
 * @param token the token that it carries, or null when it carries none
 * @param targetKey the target's record that it carries, or null
 * @param since since when it exists, by the backend's clock, or null when unknown
 * @param readOnly whether it mounts the volume read-only
 */
public record VolumeUser(
    String kind,
    String name,
    State state,
    boolean bare,
    @Nullable String token,
    @Nullable String targetKey,
    @Nullable Instant since,
    boolean readOnly) {
  /** What a user does. */
  public enum State {
    /** Not started yet. */
    PENDING,
    /** Running. */
    RUNNING,
    /** Being ended. */
    TERMINATING,
    /** Ended, but its object is still there. */
    FINISHED
  }

  /** Checks that nothing is missing. */
  public VolumeUser {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(state, "state");
  }

  /** Whether it uses the volume now or will by itself. */
  public boolean active() {
    return state != State.FINISHED;
  }
}
