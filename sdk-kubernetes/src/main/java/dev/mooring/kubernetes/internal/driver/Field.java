package dev.mooring.kubernetes.internal.driver;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A key of a storage class, a Secret or a volume.
 *
 * @param name the key
 * @param meaning what it says, for people
 * @param required whether it must be there
 * @param unless the keys of which one will do in its place
 * @param values the values that it may have; any when empty
 */
public record Field(
    String name, String meaning, boolean required, Set<String> unless, Set<String> values) {
  /** Copies. */
  public Field {
    unless = Set.copyOf(unless);
    values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
  }

  /** A key that must be there. */
  public static Field required(String name, String meaning) {
    return new Field(name, meaning, true, Set.of(), Set.of());
  }

  /** A key that may be there. */
  public static Field optional(String name, String meaning) {
    return new Field(name, meaning, false, Set.of(), Set.of());
  }

  /** The same key, which need not be there when another one is. */
  public Field unless(String other) {
    return new Field(name, meaning, required, Set.of(other), values);
  }

  /** The same key, which has one of these values. */
  public Field of(String... allowed) {
    return new Field(name, meaning, required, unless, new LinkedHashSet<>(Arrays.asList(allowed)));
  }

  /** Whether it is missing among the keys that are there. */
  public boolean missingIn(Set<String> keys) {
    return required && !keys.contains(name) && Collections.disjoint(unless, keys);
  }
}
