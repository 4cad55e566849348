package dev.mooring.testkit.history;

import dev.mooring.error.ErrorCode;
import dev.mooring.testkit.history.DriveState.Life;
import dev.mooring.testkit.process.Answer;
import dev.mooring.volume.VolumeStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one name does. An answer that changes nothing fits where it says the truth: {@code IN_USE}
 * names the holder, {@code NOT_FOUND} says that there is none. {@code CONFLICT} says that somebody
 * else is at work, and so does {@code IN_USE} by nothing but pods; {@link Excuses} holds them to
 * that. An attach that somebody detached before it was answered is refused, although it was there
 * for a while.
 */
final class DriveModel implements Model<DriveState, Act, Answer> {
  private final Set<Answer> undone;

  /** Where no attach met a detachment. */
  DriveModel() {
    this(Set.of());
  }

  /**
   * The model of one history.
   *
   * @param undone the refusals of attaches that a detachment may have undone
   */
  DriveModel(Set<Answer> undone) {
    this.undone = undone;
  }

  @Override
  public DriveState initial() {
    return DriveState.NONE;
  }

  @Override
  public Set<DriveState> after(DriveState state, Act act, Optional<Answer> answer) {
    if (answer.isEmpty()) {
      return unknown(state, act);
    }
    if (answer.get() instanceof Answer.Done done) {
      return done(state, act, done.values());
    }
    return answer.get() instanceof Answer.Refused refused ? refused(state, act, refused) : Set.of();
  }

  /** What a process that was killed may have done. */
  private static Set<DriveState> unknown(DriveState state, Act act) {
    String instance = act.instance();
    return switch (act.kind()) {
      case CREATE ->
          state.there() ? Set.of(state) : Set.of(state.made(DriveState.UNKNOWN, act.gigabytes()));
      case DELETE -> Set.of(state.there() && state.free() ? state.deleted() : state);
      case ATTACH ->
          Set.of(state.there() && state.free() ? state.held(instance, Life.CLAIMED) : state);
      case DETACH ->
          Set.of(state.heldBy(instance) && !state.running(instance) ? state.freed() : state);
      case START -> Set.of(state.startable(instance) ? state.held(instance, Life.STARTED) : state);
      case STOP -> Set.of(state.running(instance) ? state.leftBy(instance) : state);
      case CRASH, READ, RECOVER -> Set.of(state);
    };
  }

  private static Set<DriveState> done(DriveState state, Act act, List<String> values) {
    String instance = act.instance();
    return switch (act.kind()) {
      case CREATE -> created(state, act.gigabytes(), values.get(0));
      case DELETE -> deleted(state, values.get(0));
      case ATTACH -> attached(state, instance);
      case DETACH ->
          state.running(instance)
              ? Set.of()
              : Set.of(state.heldBy(instance) ? state.freed() : state);
      case START -> started(state, instance, !values.isEmpty());
      case STOP -> Set.of(state.running(instance) ? state.leftBy(instance) : state);
      case CRASH -> crashed(state, instance);
      case READ -> read(state, values);
      case RECOVER -> Set.of(state);
    };
  }

  private static Set<DriveState> created(DriveState state, int size, String id) {
    if (state.there()) {
      return state.is(id) && state.gigabytes() == size ? Set.of(state.told(id)) : Set.of();
    }
    return state.gone().contains(id) ? Set.of() : Set.of(state.made(id, size));
  }

  /** It deleted the drive that it found; another one may have been faster. */
  private static Set<DriveState> deleted(DriveState state, String id) {
    if (state.gone().contains(id)) {
      return Set.of(state);
    }
    return state.there() && state.is(id) && state.free()
        ? Set.of(state.told(id).deleted())
        : Set.of();
  }

  private static Set<DriveState> attached(DriveState state, String instance) {
    if (!state.there()) {
      return Set.of();
    }
    if (state.heldBy(instance)) {
      return Set.of(state);
    }
    return state.free() ? Set.of(state.held(instance, Life.CLAIMED)) : Set.of();
  }

  private static Set<DriveState> started(DriveState state, String instance, boolean something) {
    if (something) {
      return state.startable(instance) ? Set.of(state.held(instance, Life.SEEN)) : Set.of();
    }
    return state.heldBy(instance) ? Set.of() : Set.of(state);
  }

  /** An instance that nobody saw alive looks like one that was never started. */
  private static Set<DriveState> crashed(DriveState state, String instance) {
    if (!state.running(instance)) {
      return Set.of(state);
    }
    return state.life() == Life.SEEN
        ? Set.of(state.leftBy(instance))
        : either(state.leftBy(instance), state.held(instance, Life.CLAIMED));
  }

  private static Set<DriveState> read(DriveState state, List<String> values) {
    String id = values.get(0);
    if (values.get(2).equals(VolumeStatus.DELETING.name())) {
      return state.gone().contains(id)
          ? Set.of(state)
          : state.is(id) ? Set.of(state.told(id)) : Set.of();
    }
    String holder = state.free() ? "" : "instance/" + state.holder();
    boolean truth =
        state.is(id)
            && values.get(1).equals(state.gigabytes() + "000000000")
            && values.get(3).equals(holder);
    return truth ? Set.of(state.told(id)) : Set.of();
  }

  private Set<DriveState> refused(DriveState state, Act act, Answer.Refused refused) {
    Set<DriveState> told = told(state, act, refused);
    if (!undone.contains(refused) || !state.there() || !state.free()) {
      return told;
    }
    DriveState held = state.held(act.instance(), Life.CLAIMED);
    return told.isEmpty() ? Set.of(held) : either(state, held);
  }

  private static Set<DriveState> told(DriveState state, Act act, Answer.Refused refused) {
    boolean fits =
        switch (refused.code()) {
          case CONFLICT -> true;
          case NOT_FOUND -> notFound(state, act);
          case IN_USE -> inUse(state, act, refused);
          case ALREADY_EXISTS ->
              act.kind() == Act.Kind.CREATE
                  && state.is(refused.details().get(0))
                  && state.gigabytes() != act.gigabytes();
          // What is stopped while a start waits for it has failed, in the words of its pod.
          case UNAVAILABLE, FAILED -> act.kind() == Act.Kind.START;
          default -> false;
        };
    if (!fits) {
      return Set.of();
    }
    if (refused.code() == ErrorCode.ALREADY_EXISTS) {
      return Set.of(state.told(refused.details().get(0)));
    }
    // It may have started, and ended before the wait saw it.
    return act.kind() == Act.Kind.START && state.startable(act.instance())
        ? either(state, state.held(act.instance(), Life.STARTED))
        : Set.of(state);
  }

  /** Two ways that it may have gone, which may be the same. */
  private static Set<DriveState> either(DriveState one, DriveState other) {
    return one.equals(other) ? Set.of(one) : Set.of(one, other);
  }

  private static boolean notFound(DriveState state, Act act) {
    return switch (act.kind()) {
      case DELETE, ATTACH, READ -> !state.there();
      case STOP -> !state.running(act.instance());
      case START -> true;
      case CREATE, DETACH, CRASH, RECOVER -> false;
    };
  }

  private static boolean inUse(DriveState state, Act act, Answer.Refused refused) {
    List<String> holders = refused.details();
    return switch (act.kind()) {
      case DELETE ->
          Excuses.onlyPods(refused)
              || (!state.free() && holders.contains("instance/" + state.holder()));
      case ATTACH ->
          Excuses.onlyPods(refused)
              || (!state.free()
                  && !state.heldBy(act.instance())
                  && holders.contains("instance/" + state.holder()));
      case DETACH -> state.running(act.instance());
      default -> false;
    };
  }
}
