package dev.mooring.testkit.memory;

import dev.mooring.error.Problem;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.spi.Created;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StoredRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.Capacity;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records of one account in shared memory. */
final class MemoryStore<R extends StoredRecord> implements RecordStore<R> {
  /** Gives a record its version and creation time. */
  interface Stamp<R> {
    R stored(R record, String version, Instant createdAt);
  }

  private final Memory<R> memory;
  private final String account;
  private final @Nullable Capacity quota;
  private final Clock clock;
  private final Stamp<R> stamp;

  MemoryStore(
      Memory<R> memory, String account, @Nullable Capacity quota, Clock clock, Stamp<R> stamp) {
    this.memory = memory;
    this.account = account;
    this.quota = quota;
    this.clock = clock;
    this.stamp = stamp;
  }

  @Override
  public Created<R> create(R record) {
    return memory.change(
        account,
        (records, events) -> {
          R there = records.get(record.key());
          if (there != null) {
            return new Created<>(there, false);
          }
          charge(record, records.values().stream());
          R stored = stamp.stored(record, memory.nextVersion(), clock.instant());
          records.put(record.key(), stored);
          events.accept(listener -> listener.changed(stored));
          return new Created<>(stored, true);
        });
  }

  private void charge(R record, Stream<R> others) {
    if (quota != null && record instanceof VolumeRecord asked) {
      long used =
          others.mapToLong(r -> r instanceof VolumeRecord v ? v.spec().sizeBytes() : 0).sum();
      if (used + asked.spec().sizeBytes() > quota.bytes()) {
        throw new QuotaExceededException(
            Problem.tried("create").on(asked.resource()).because("the quota is used up"),
            used,
            quota.bytes(),
            asked.spec().sizeBytes());
      }
    }
  }

  @Override
  public Optional<R> get(String key) {
    return memory.change(account, (records, events) -> Optional.ofNullable(records.get(key)));
  }

  @Override
  public Optional<R> swap(R record) {
    return memory.change(
        account,
        (records, events) -> {
          R there = records.get(record.key());
          if (there == null || !there.version().equals(record.version())) {
            return Optional.empty();
          }
          R stored = stamp.stored(record, memory.nextVersion(), there.createdAt());
          records.put(record.key(), stored);
          events.accept(listener -> listener.changed(stored));
          return Optional.of(stored);
        });
  }

  @Override
  public boolean delete(R record) {
    return memory.change(
        account,
        (records, events) -> {
          R there = records.get(record.key());
          if (there != null && !there.version().equals(record.version())) {
            return false;
          }
          if (there != null) {
            records.remove(record.key());
            events.accept(listener -> listener.deleted(record.key()));
          }
          return true;
        });
  }

  @Override
  public RecordPage<R> list(RecordQuery query) {
    return memory.change(
        account,
        (records, events) -> {
          List<R> page =
              records
                  .tailMap(query.continueFrom() == null ? "" : query.continueFrom(), false)
                  .values()
                  .stream()
                  .filter(r -> r.index().entrySet().containsAll(query.index().entrySet()))
                  .limit(query.limit() + 1L)
                  .toList();
          boolean more = page.size() > query.limit();
          List<R> shown = more ? page.subList(0, query.limit()) : page;
          return new RecordPage<>(shown, more ? shown.get(shown.size() - 1).key() : null);
        });
  }

  @Override
  public Watch watch(RecordListener<R> listener) {
    ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    Consumer<Consumer<RecordListener<R>>> sink =
        event -> thread.execute(() -> event.accept(listener));
    memory.add(account, sink);
    var ticking = thread.scheduleWithFixedDelay(listener::alive, 10, 10, TimeUnit.SECONDS);
    return () -> {
      memory.remove(account, sink);
      ticking.cancel(false);
      thread.shutdown();
    };
  }

  /** What a change does with the records, by key, and with those who hear of it. */
  interface Change<R extends StoredRecord, T>
      extends BiFunction<NavigableMap<String, R>, Consumer<Consumer<RecordListener<R>>>, T> {}

  /** For maps of records by account. */
  static <V> V of(Map<String, V> map, String account, Supplier<V> fresh) {
    return map.computeIfAbsent(account, a -> fresh.get());
  }
}
