package dev.mooring.embedded.internal;

import dev.mooring.embedded.internal.MemoryRecords.Held;
import dev.mooring.embedded.internal.MemoryRecords.Place;
import dev.mooring.error.Problem;
import dev.mooring.jdbc.Partition;
import dev.mooring.jdbc.RecordFormat;
import dev.mooring.spi.Created;
import dev.mooring.spi.Index;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StoredRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records in memory, under the same contract as those in a database.
 *
 * @param <R> the type of record
 */
final class MemoryRecordStore<R extends StoredRecord> implements RecordStore<R> {
  private static final int LARGEST_PAGE = 1000;

  private final MemoryRecords records;
  private final RecordFormat<R> format;
  private final Class<R> type;
  private final Partition partition;

  MemoryRecordStore(
      MemoryRecords records, RecordFormat<R> format, Class<R> type, Partition partition) {
    this.records = records;
    this.format = format;
    this.type = type;
    this.partition = partition;
  }

  private Place place(String key) {
    return Place.of(format.name(), partition, key);
  }

  @Override
  public Created<R> create(R record) {
    synchronized (records) {
      Optional<R> present = get(record.key());
      if (present.isPresent()) {
        return new Created<>(present.get(), false);
      }
      requireRoom("create", record, format.weight().applyAsLong(record));
      return new Created<>(put(record, records.now()), true);
    }
  }

  private void requireRoom(String verb, R record, long asked) {
    Problem problem =
        Problem.tried(verb).on(format.resource().apply(record)).in(partition.region());
    partition.requireRoom(asked, problem, () -> records.used(partition));
  }

  private R put(R record, Instant createdAt) {
    R stored = format.stored().apply(record, records.nextVersion(), createdAt);
    records.put(place(stored.key()), new Held(stored, format.weight().applyAsLong(stored)));
    return stored;
  }

  @Override
  public Optional<R> get(String key) {
    return Optional.ofNullable(records.get(place(key))).map(held -> type.cast(held.record()));
  }

  @Override
  public Optional<R> swap(R record) {
    synchronized (records) {
      Optional<R> present =
          get(record.key()).filter(found -> found.version().equals(record.version()));
      present.ifPresent(
          found ->
              requireRoom(
                  "change",
                  record,
                  format.weight().applyAsLong(record) - format.weight().applyAsLong(found)));
      return present.map(found -> put(record, found.createdAt()));
    }
  }

  @Override
  public boolean delete(R record) {
    synchronized (records) {
      Optional<R> present = get(record.key());
      if (present.isEmpty()) {
        return true;
      }
      boolean same = present.get().version().equals(record.version());
      if (same) {
        records.remove(place(record.key()));
      }
      return same;
    }
  }

  @Override
  public RecordPage<R> list(RecordQuery query) {
    int limit = Math.min(query.limit(), LARGEST_PAGE);
    if (!partition
        .account()
        .equals(query.index().getOrDefault(Index.ACCOUNT, partition.account()))) {
      return new RecordPage<>(List.of(), null);
    }
    Place start = place(query.continueFrom() == null ? "" : query.continueFrom());
    List<R> found;
    synchronized (records) {
      found =
          records
              .after(start, partition)
              .filter(record -> matches(record, query.index()))
              .limit(limit + 1L)
              .map(type::cast)
              .toList();
    }
    return found.size() <= limit
        ? new RecordPage<>(found, null)
        : new RecordPage<>(found.subList(0, limit), found.get(limit - 1).key());
  }

  private static boolean matches(StoredRecord record, Map<String, String> asked) {
    return record.index().entrySet().containsAll(asked.entrySet());
  }

  @Override
  public Watch watch(RecordListener<R> listener) {
    return records.watches().watch(format.name(), partition, type, listener);
  }
}
