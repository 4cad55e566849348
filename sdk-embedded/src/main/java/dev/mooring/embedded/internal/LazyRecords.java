package dev.mooring.embedded.internal;

import dev.mooring.spi.Created;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StoredRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Records that are looked for where nothing has been made yet: reading one by its key makes no
 * database, for a check of a configuration changes nothing.
 *
 * @param database the database's file
 * @param records the records in it
 * @param <R> the type of record
 */
record LazyRecords<R extends StoredRecord>(Path database, RecordStore<R> records)
    implements RecordStore<R> {
  @Override
  public Optional<R> get(String key) {
    return Files.exists(database) ? records.get(key) : Optional.empty();
  }

  @Override
  public Created<R> create(R record) {
    return records.create(record);
  }

  @Override
  public Optional<R> swap(R record) {
    return records.swap(record);
  }

  @Override
  public boolean delete(R record) {
    return records.delete(record);
  }

  @Override
  public RecordPage<R> list(RecordQuery query) {
    return records.list(query);
  }

  @Override
  public Watch watch(RecordListener<R> listener) {
    return records.watch(listener);
  }
}
