package dev.mooring.volume;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Labels of a volume: keys and values that users choose, to be found by. Keys are 1 to 63, values 0
 * to 63 characters of {@code [A-Za-z0-9._-]} that begin and end with a letter or digit; at most 32
 * labels: the rules of Kubernetes' labels without a prefix, for on a cluster they become such. The
 * rules are checked when a request is validated, all at once. Immutable, sorted by key.
 *
 * @param entries the labels
 */
public record Labels(Map<String, String> entries) {
  private static final Labels NONE = new Labels(Map.of());

  /** Copies and sorts. */
  public Labels {
    entries = Collections.unmodifiableMap(new TreeMap<>(entries));
  }

  /** No labels. */
  public static Labels none() {
    return NONE;
  }

  /** One label. */
  public static Labels of(String key, String value) {
    return new Labels(Map.of(key, value));
  }

  /** These labels and one more, which replaces one of the same key. */
  public Labels with(String key, String value) {
    Map<String, String> more = new TreeMap<>(entries);
    more.put(key, value);
    return new Labels(more);
  }
}
