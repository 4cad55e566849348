package dev.mooring.kubernetes.internal.target;

import dev.mooring.kubernetes.internal.record.ObjectRecords;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.kubernetes.internal.record.RecordWatch;
import dev.mooring.spi.Created;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.TargetRecord;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.Optional;

/** The records of targets: ConfigMaps of one namespace. */
public final class TargetStore implements RecordStore<TargetRecord> {
  private final Place place;
  private final TargetFormat format;
  private final ObjectRecords<ConfigMap, TargetRecord> records;

  /** The store of a place. */
  public TargetStore(Place place) {
    this.place = place;
    this.format = new TargetFormat(place);
    this.records = new ObjectRecords<>(place, format);
  }

  @Override
  public Created<TargetRecord> create(TargetRecord record) {
    return records.create(record);
  }

  @Override
  public Optional<TargetRecord> get(String key) {
    return records.get(key);
  }

  @Override
  public Optional<TargetRecord> swap(TargetRecord record) {
    return records.swap(record);
  }

  @Override
  public boolean delete(TargetRecord record) {
    return records.delete(record);
  }

  @Override
  public RecordPage<TargetRecord> list(RecordQuery query) {
    return records.list(query);
  }

  @Override
  public Watch watch(RecordListener<TargetRecord> listener) {
    return RecordWatch.start(place, records, format, listener, RecordWatch.nobody());
  }
}
