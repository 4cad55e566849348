package dev.mooring.internal.layer;

import dev.mooring.spi.Created;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StoredRecord;
import java.util.List;
import java.util.Optional;

/**
 * A record store behind layers. Of a watch only its opening passes them: what it reports comes
 * straight from the backend.
 */
final class LayeredStore<R extends StoredRecord> implements RecordStore<R> {
  private final RecordStore<R> delegate;
  private final Calls calls;

  LayeredStore(RecordStore<R> delegate, Calls calls) {
    this.delegate = delegate;
    this.calls = calls;
  }

  @Override
  public Created<R> create(R record) {
    return calls.call(
        "create", record.key(), () -> created(record, delegate.create(record)), record);
  }

  /**
   * A record that is there already may be the caller's own, stored by a try whose answer was lost:
   * then it holds the very operation that the caller drew for it, and was created by this call.
   */
  private Created<R> created(R draft, Created<R> answer) {
    List<OperationRecord> found = answer.record().operations();
    boolean own =
        draft.operations().stream()
            .anyMatch(mine -> found.stream().anyMatch(its -> its.id().equals(mine.id())));
    return own ? new Created<>(answer.record(), true) : answer;
  }

  @Override
  public Optional<R> get(String key) {
    return calls.call("get", key, () -> delegate.get(key));
  }

  @Override
  public Optional<R> swap(R record) {
    return calls.call("swap", record.key(), () -> delegate.swap(record), record);
  }

  @Override
  public boolean delete(R record) {
    return calls.call("delete", record.key(), () -> delegate.delete(record), record);
  }

  @Override
  public RecordPage<R> list(RecordQuery query) {
    return calls.call("list", "", () -> delegate.list(query), query);
  }

  @Override
  public Watch watch(RecordListener<R> listener) {
    return calls.call("watch", "", () -> delegate.watch(listener));
  }
}
