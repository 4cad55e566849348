package dev.mooring.admin;

import dev.mooring.secret.Secret;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A Secret of the cluster that a storage class names. Immutable; shows no value.
 *
 * @param namespace the namespace where it lies
 * @param name its name
 * @param values its values by key, sorted; without any, the Secret must be there already and is
 *     left as it is
 */
public record ClassSecret(String namespace, String name, Map<String, Secret> values) {
  /** Copies. */
  public ClassSecret {
    Objects.requireNonNull(namespace, "namespace");
    Objects.requireNonNull(name, "name");
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** A Secret that is there already. */
  public static ClassSecret named(String namespace, String name) {
    return new ClassSecret(namespace, name, Map.of());
  }

  /** The same Secret with a value, which makes it one that is made. */
  public ClassSecret with(String key, Secret value) {
    Map<String, Secret> more = new TreeMap<>(values);
    more.put(key, value);
    return new ClassSecret(namespace, name, more);
  }

  /** Whether it is made, not only named. */
  public boolean isMade() {
    return !values.isEmpty();
  }
}
