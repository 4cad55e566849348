package dev.mooring.spi;

import java.util.Objects;

/**
 * What is left of a volume's bytes, or will be once its record is gone.
 *
 * @param fate what becomes of them
 * @param place where they are, in the backend's own terms, for example {@code PersistentVolume
 *     pvc-0a1b}; empty when there is nothing, or nobody knows where
 * @param words why, for people, in a clause; empty when there is nothing to explain
 */
public record Remains(Fate fate, String place, String words) {
  /** What becomes of bytes. */
  public enum Fate {
    /** Nothing is there. */
    NOTHING,
    /** They go with the record, or are going. */
    GOING,
    /** They stay when the record goes, and so they have if it is gone. */
    STAYING,
    /** This client cannot know. */
    UNKNOWN
  }

  /** Checks that nothing is missing. */
  public Remains {
    Objects.requireNonNull(fate, "fate");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(words, "words");
  }

  /** Nothing. */
  public static Remains nothing() {
    return new Remains(Fate.NOTHING, "", "");
  }

  /** Nobody knows. */
  public static Remains unknown(String words) {
    return new Remains(Fate.UNKNOWN, "", words);
  }

  /** Whether they are going, and not gone yet. */
  public boolean going() {
    return fate == Fate.GOING;
  }

  /** Whether they stay. */
  public boolean staying() {
    return fate == Fate.STAYING;
  }
}
