package dev.mooring.internal.watch;

import dev.mooring.error.Problem;
import dev.mooring.error.UnavailableException;
import dev.mooring.spi.Created;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StoredRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A store whose watch says only what a test lets it say, and which counts its requests. */
final class ScriptedStore implements RecordStore<ScriptedStore.Entry> {
  record Entry(String key, String version, String state) implements StoredRecord {
    @Override
    public Instant createdAt() {
      return Instant.EPOCH;
    }

    @Override
    public List<OperationRecord> operations() {
      return List.of();
    }

    @Override
    public Map<String, String> index() {
      return Map.of();
    }
  }

  final Map<String, Entry> entries = new ConcurrentHashMap<>();
  final List<RecordListener<Entry>> watches = new ArrayList<>();
  boolean watchable = true;
  Consumer<RecordListener<Entry>> onWatch = listener -> {};
  volatile int gets;
  volatile int closed;

  RecordListener<Entry> lastWatch() {
    return watches.get(watches.size() - 1);
  }

  @Override
  public synchronized Optional<Entry> get(String key) {
    gets++;
    return Optional.ofNullable(entries.get(key));
  }

  @Override
  public Watch watch(RecordListener<Entry> listener) {
    if (!watchable) {
      throw new UnavailableException(Problem.tried("watch"));
    }
    watches.add(listener);
    onWatch.accept(listener);
    return this::close;
  }

  private synchronized void close() {
    closed++;
  }

  @Override
  public Created<Entry> create(Entry record) {
    throw new AssertionError("not scripted");
  }

  @Override
  public Optional<Entry> swap(Entry record) {
    throw new AssertionError("not scripted");
  }

  @Override
  public boolean delete(Entry record) {
    throw new AssertionError("not scripted");
  }

  @Override
  public RecordPage<Entry> list(RecordQuery query) {
    throw new AssertionError("not scripted");
  }
}
