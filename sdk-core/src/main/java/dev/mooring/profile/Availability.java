package dev.mooring.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether a profile can be had now, and all that stands against it.
 *
 * @param state whether it can be had
 * @param obstacles why not, or what is unknown, the weightiest first; empty when it can
 */
public record Availability(State state, List<Obstacle> obstacles) {
  /** Whether a profile can be had. */
  public enum State {
    /** It can be had. */
    AVAILABLE,
    /** It cannot. */
    UNAVAILABLE,
    /** The backend does not let the SDK know. */
    UNKNOWN
  }

  /** Copies and checks. */
  public Availability {
    Objects.requireNonNull(state, "state");
    obstacles = List.copyOf(obstacles);
  }

  /** It can be had. */
  public static Availability available() {
    return new Availability(State.AVAILABLE, List.of());
  }

  /** It cannot, for a reason. */
  public static Availability unavailable(Obstacle.Cause cause, String words) {
    return new Availability(State.UNAVAILABLE, List.of(new Obstacle(cause, words)));
  }

  /** Nobody knows, for a reason. */
  public static Availability unknown(Obstacle.Cause cause, String words) {
    return new Availability(State.UNKNOWN, List.of(new Obstacle(cause, words)));
  }

  /** All obstacles in words; empty when it can be had. */
  public String reason() {
    return obstacles.stream().map(Obstacle::words).collect(Collectors.joining("; "));
  }

  /** The weightiest obstacle's cause; empty when it can be had. */
  public Optional<Obstacle.Cause> cause() {
    return obstacles.stream().findFirst().map(Obstacle::cause);
  }

  /**
   * Both: what cannot be had for one of them cannot be had, and what is unknown of one is unknown.
   */
  public Availability and(Availability other) {
    Availability first = other.weight() > weight() ? other : this;
    Availability second = other.weight() > weight() ? this : other;
    List<Obstacle> all = new ArrayList<>(first.obstacles);
    second.obstacles.stream().filter(obstacle -> !all.contains(obstacle)).forEach(all::add);
    return new Availability(first.state, all);
  }

  private int weight() {
    return switch (state) {
      case AVAILABLE -> 0;
      case UNKNOWN -> 1;
      case UNAVAILABLE -> 2;
    };
  }
}
