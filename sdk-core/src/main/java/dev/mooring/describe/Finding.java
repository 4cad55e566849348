package dev.mooring.describe;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One thing of the backend that has to do with a volume, in the backend's own terms, for people.
 *
 * @param kind what it is: on Kubernetes the kind of the object, for example {@code
 *     PersistentVolume}; on embedded {@code folder} or {@code instance}
 * @param name its name; empty when it is about all of the kind
 * @param sight whether it is there
 * @param words what it shows, or why it could not be seen; may be empty; holds no secrets
 * @param details its values by name, sorted; unmodifiable; hold no secrets
 */
public record Finding(
    String kind, String name, Sight sight, String words, Map<String, String> details) {
  /** Whether something is there. */
  public enum Sight {
    /** It is there. */
    FOUND,
    /** It is not there. */
    ABSENT,
    /** This client may not look. */
    UNREADABLE
  }

  /** Copies and checks. */
  public Finding {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sight, "sight");
    Objects.requireNonNull(words, "words");
    details = Collections.unmodifiableMap(new TreeMap<>(details));
  }

  /** Something that is there. */
  public static Finding found(String kind, String name, String words, Map<String, String> details) {
    return new Finding(kind, name, Sight.FOUND, words, details);
  }

  /** Something that is not there, and what that means. */
  public static Finding absent(String kind, String name, String words) {
    return new Finding(kind, name, Sight.ABSENT, words, Map.of());
  }

  /** Something that this client may not see, and what would let it. */
  public static Finding unreadable(String kind, String name, String words) {
    return new Finding(kind, name, Sight.UNREADABLE, words, Map.of());
  }

  /** For example {@code Pod trainer-0 FOUND: Pending}. */
  @Override
  public String toString() {
    return kind
        + (name.isEmpty() ? "" : " " + name)
        + " "
        + sight
        + (words.isEmpty() ? "" : ": " + words);
  }
}
