package dev.mooring.testkit.history;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A name: at most one live drive, and a register with its holder.
 *
 * @param id the drive's id; empty when there is none, {@link #UNKNOWN} when a killed process made
 *     it and nobody has told its id
 * @param gigabytes its size
 * @param holder the instance that holds it; empty when it is free
 * @param life what the holder is
 * @param left the instance whose end freed it, which may be started again as long as nobody takes
 *     the drive; empty when there is none
 * @param gone the ids of drives that had the name
 */
record DriveState(
    String id, int gigabytes, String holder, Life life, String left, Set<String> gone) {
  static final String UNKNOWN = "?";
  static final DriveState NONE = new DriveState("", 0, "", Life.NONE, "", Set.of());

  enum Life {
    /** There is no holder. */
    NONE,
    /** Claimed, not started: it keeps the drive until it is detached. */
    CLAIMED,
    /** It runs, but perhaps nobody wrote down that it was seen. */
    STARTED,
    /** It runs, and that was written down: its death frees the drive. */
    SEEN
  }

  DriveState {
    gone = Set.copyOf(gone);
    Objects.requireNonNull(life, "life");
  }

  boolean there() {
    return !id.isEmpty();
  }

  boolean free() {
    return holder.isEmpty();
  }

  boolean heldBy(String instance) {
    return holder.equals(instance) && !instance.isEmpty();
  }

  boolean running(String instance) {
    return heldBy(instance) && (life == Life.STARTED || life == Life.SEEN);
  }

  /** Whether it can be the drive with this id. */
  boolean is(String told) {
    return id.equals(told) || (id.equals(UNKNOWN) && !gone.contains(told));
  }

  /** The same, now that its id is known. */
  DriveState told(String newId) {
    return new DriveState(newId, gigabytes, holder, life, left, gone);
  }

  DriveState made(String newId, int size) {
    return new DriveState(newId, size, "", Life.NONE, "", gone);
  }

  DriveState deleted() {
    Set<String> all = new TreeSet<>(gone);
    if (!id.equals(UNKNOWN)) {
      all.add(id);
    }
    return new DriveState("", 0, "", Life.NONE, "", all);
  }

  DriveState held(String instance, Life newLife) {
    return new DriveState(id, gigabytes, instance, newLife, "", gone);
  }

  /** Detached. */
  DriveState freed() {
    return new DriveState(id, gigabytes, "", Life.NONE, "", gone);
  }

  /** Free because its holder has ended, which still has its launch. */
  DriveState leftBy(String instance) {
    return new DriveState(id, gigabytes, "", Life.NONE, instance, gone);
  }

  /**
   * Whether an instance may start with it: as its holder, or as the last one if none came since.
   */
  boolean startable(String instance) {
    return heldBy(instance) || (free() && left.equals(instance) && !instance.isEmpty());
  }
}
