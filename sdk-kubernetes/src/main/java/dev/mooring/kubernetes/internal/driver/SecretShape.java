package dev.mooring.kubernetes.internal.driver;

import dev.mooring.kubernetes.csi.SecretUse;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which Secrets a driver gets.
 *
 * @param required the steps that must get one
 * @param optional the steps that may get one
 * @param keys what is in it
 */
public record SecretShape(Set<SecretUse> required, Set<SecretUse> optional, List<Field> keys) {
  /** Copies. */
  public SecretShape {
    required = Collections.unmodifiableSet(copy(required));
    optional = Collections.unmodifiableSet(copy(optional));
    keys = List.copyOf(keys);
  }

  /** The Secret of steps that must get one. */
  public static SecretShape needed(Set<SecretUse> uses, Field... keys) {
    return new SecretShape(uses, Set.of(), List.of(keys));
  }

  /** The Secret of steps that may get one. */
  public static SecretShape possible(Set<SecretUse> uses, Field... keys) {
    return new SecretShape(Set.of(), uses, List.of(keys));
  }

  /** All steps that may get one, in order. */
  public Set<SecretUse> uses() {
    EnumSet<SecretUse> all = copy(required);
    all.addAll(optional);
    return all;
  }

  private static EnumSet<SecretUse> copy(Set<SecretUse> uses) {
    return uses.isEmpty() ? EnumSet.noneOf(SecretUse.class) : EnumSet.copyOf(uses);
  }
}
