package dev.mooring.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * One at a time per key, in this process: threads that would help the same record take turns, so
 * that they do not compete for its compare-and-swap. Correctness does not rest on it.
 */
public final class KeyedLocks {
  private static final class Entry {
    private int users;
  }

  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  /** Runs work while no other thread runs work under the key. */
  public <T> T with(String key, Supplier<T> work) {
    Entry entry =
        entries.compute(
            key,
            (k, found) -> {
              Entry mine = found == null ? new Entry() : found;
              mine.users++;
              return mine;
            });
    try {
      synchronized (entry) {
        return work.get();
      }
    } finally {
      entries.computeIfPresent(key, (k, found) -> --found.users == 0 ? null : found);
    }
  }
}
