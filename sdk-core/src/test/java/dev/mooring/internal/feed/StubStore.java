package dev.mooring.internal.feed;

import dev.mooring.error.InternalException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.spi.Created;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A store whose watches say only what a test lets them say, and which counts its requests. */
final class StubStore<R extends StoredRecord> implements RecordStore<R> {
  final Map<String, R> records = new TreeMap<>();
  final List<RecordListener<R>> watches = new ArrayList<>();
  int lists;
  int gets;
  int closed;
  @Nullable StorageException down;

  /** The key of a record that cannot be read; empty for none. */
  String broken = "";

  RecordListener<R> last() {
    return watches.get(watches.size() - 1);
  }

  void put(R record) {
    records.put(record.key(), record);
  }

  private void check() {
    if (down != null) {
      throw down;
    }
  }

  @Override
  public Optional<R> get(String key) {
    check();
    gets++;
    if (key.equals(broken)) {
      throw new InternalException(Problem.tried("read").on(key));
    }
    return Optional.ofNullable(records.get(key));
  }

  @Override
  public RecordPage<R> list(RecordQuery query) {
    check();
    lists++;
    return new RecordPage<>(
        records.values().stream().filter(record -> !record.key().equals(broken)).toList(), null);
  }

  @Override
  public Watch watch(RecordListener<R> listener) {
    check();
    watches.add(listener);
    return () -> closed++;
  }

  @Override
  public Created<R> create(R record) {
    throw new AssertionError("a watch changes nothing");
  }

  @Override
  public Optional<R> swap(R record) {
    throw new AssertionError("a watch changes nothing");
  }

  @Override
  public boolean delete(R record) {
    throw new AssertionError("a watch changes nothing");
  }
}
