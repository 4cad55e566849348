package dev.mooring.internal.config;

import dev.mooring.internal.Backends;
import dev.mooring.spi.BackendProvider;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The backends that sections of regions can name.
 *
 * @param find the provider of an id
 * @param present the ids that have one
 */
record Providers(Function<String, Optional<BackendProvider>> find, Set<String> present) {
  /** Those on the class path. */
  static Providers onClassPath() {
    return new Providers(Backends::provider, Backends.ids());
  }

  /** Those that are there, and those that an artifact of Mooring would bring. */
  Set<String> known() {
    Set<String> ids = new TreeSet<>(present);
    ids.addAll(Backends.ARTIFACTS.keySet());
    return ids;
  }
}
