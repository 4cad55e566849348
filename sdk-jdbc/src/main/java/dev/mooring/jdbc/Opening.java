package dev.mooring.jdbc;

import java.util.Set;
import java.util.function.Supplier;

/**
 * Looks at a database before the first call of a {@link Database} goes on, for those who keep more
 * than records: an old copy of a file, or one that was cut off, opens as if nothing were wrong.
 */
@FunctionalInterface
public interface Opening {
  /**
   * Looks. Called again by the next call when it throws.
   *
   * @param volumes reads the ids of all volumes that have a record, of all accounts and regions
   * @throws dev.mooring.error.StorageException when the database must not be used; the call that
   *     opened it throws the same
   */
  void check(Supplier<Set<String>> volumes);
}
