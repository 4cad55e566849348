package dev.mooring.internal.feed;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A hint that volumes may be other than they were.
 *
 * @param keys the keys of their records
 * @param target the key of a target's record, whose volumes all are meant, or null
 */
record Touch(Set<String> keys, @Nullable String target) {
  /** Only wakes who waits. */
  static final Touch NOTHING = new Touch(Set.of(), null);

  Touch {
    keys = Set.copyOf(keys);
  }

  static Touch volume(String key) {
    return new Touch(Set.of(key), null);
  }

  /** The keys of the volumes that are meant, of those that are known. */
  Set<String> volumes(Collection<Seen> known) {
    Set<String> meant = new HashSet<>(keys);
    if (target != null) {
      known.stream()
          .filter(
              seen ->
                  seen.view().held().stream().anyMatch(held -> held.target().key().equals(target)))
          .forEach(seen -> meant.add(seen.view().record().key()));
    }
    return meant;
  }
}
