package dev.mooring.kubernetes.internal.snapshot;

import dev.mooring.error.NotFoundException;
import dev.mooring.kubernetes.internal.record.ObjectRecords;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.kubernetes.internal.record.RecordWatch;
import dev.mooring.spi.Created;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.SnapshotRecord;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Optional;

/** The records of snapshots: VolumeSnapshots of one namespace. */
final class SnapshotStore implements RecordStore<SnapshotRecord> {
  private final Place place;
  private final SnapshotFormat format;
  private final ObjectRecords<GenericKubernetesResource, SnapshotRecord> records;

  SnapshotStore(Place place) {
    this.place = place;
    this.format = new SnapshotFormat(place);
    this.records = new ObjectRecords<>(place, format);
  }

  @Override
  public Created<SnapshotRecord> create(SnapshotRecord record) {
    return records.create(record);
  }

  @Override
  public Optional<SnapshotRecord> get(String key) {
    return records.get(key);
  }

  @Override
  public Optional<SnapshotRecord> swap(SnapshotRecord record) {
    return records.swap(record);
  }

  @Override
  public boolean delete(SnapshotRecord record) {
    return records.delete(record);
  }

  /** A cluster without the snapshot API has no snapshots. */
  @Override
  public RecordPage<SnapshotRecord> list(RecordQuery query) {
    try {
      return records.list(query);
    } catch (NotFoundException e) {
      return new RecordPage<>(List.of(), null);
    }
  }

  @Override
  public Watch watch(RecordListener<SnapshotRecord> listener) {
    return RecordWatch.start(place, records, format, listener, RecordWatch.nobody());
  }
}
