package dev.mooring.embedded.internal;

import dev.mooring.jdbc.Partition;
import dev.mooring.spi.StoredRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All records of one backend in memory, of every account, region and store. Whoever reads or
 * changes them holds this object's lock, so that changes happen one after the other, as in a
 * database.
 */
final class MemoryRecords implements AutoCloseable {
  /** Where a record is. */
  record Place(String store, String account, String region, String key) {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::store)
            .thenComparing(Place::account)
            .thenComparing(Place::region)
            .thenComparing(Place::key);

    static Place of(String store, Partition partition, String key) {
      return new Place(store, partition.account(), partition.region(), key);
    }

    boolean isIn(String otherStore, Partition partition) {
      return store.equals(otherStore)
          && account.equals(partition.account())
          && region.equals(partition.region());
    }
  }

  /** A record and what it counts against the quota. */
  record Held(StoredRecord record, long weight) {}

  private final Clock clock;
  private final NavigableMap<Place, Held> held = new TreeMap<>(Place.ORDER);
  private final MemoryWatches watches;
  private long changes;

  MemoryRecords(Clock clock, MemoryWatches watches) {
    this.clock = clock;
    this.watches = watches;
  }

  MemoryWatches watches() {
    return watches;
  }

  Instant now() {
    return clock.instant();
  }

  /** A version that no record ever had. */
  synchronized String nextVersion() {
    changes++;
    return Long.toString(changes);
  }

  synchronized @Nullable Held get(Place place) {
    return held.get(place);
  }

  synchronized void put(Place place, Held next) {
    held.put(place, next);
    watches.changed(place, next.record());
  }

  synchronized void remove(Place place) {
    held.remove(place);
    watches.deleted(place);
  }

  /** The records of a store after a key, in order; to be read while the lock is held. */
  Stream<StoredRecord> after(Place place, Partition partition) {
    return held.tailMap(place, false).entrySet().stream()
        .takeWhile(entry -> entry.getKey().isIn(place.store(), partition))
        .map(entry -> entry.getValue().record());
  }

  synchronized boolean holds(String name, String value) {
    return held.values().stream().anyMatch(h -> value.equals(h.record().index().get(name)));
  }

  /** What all records of the account in the region weigh together, at most the largest number. */
  synchronized long used(Partition partition) {
    long sum = 0;
    for (var entry : held.entrySet()) {
      if (entry.getKey().isIn(entry.getKey().store(), partition)) {
        sum += entry.getValue().weight();
        if (sum < 0) {
          return Long.MAX_VALUE;
        }
      }
    }
    return sum;
  }

  @Override
  public void close() {
    watches.close();
  }
}
