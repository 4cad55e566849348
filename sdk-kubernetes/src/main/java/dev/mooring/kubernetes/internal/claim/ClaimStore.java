package dev.mooring.kubernetes.internal.claim;

import dev.mooring.kubernetes.internal.provision.DriverPresence;
import dev.mooring.kubernetes.internal.provision.StorageClasses;
import dev.mooring.kubernetes.internal.reason.Events;
import dev.mooring.kubernetes.internal.reason.ReasonTracker;
import dev.mooring.kubernetes.internal.record.ObjectRecords;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.spi.Created;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.VolumeRecord;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.Optional;

/** The records of volumes: PersistentVolumeClaims of one namespace. */
public final class ClaimStore implements RecordStore<VolumeRecord> {
  private final ObjectRecords<PersistentVolumeClaim, VolumeRecord> records;
  private final ClaimWatches watches;

  /** The store of a place. */
  public ClaimStore(
      Place place, StorageClasses classes, DriverPresence drivers, AccountQuota quota) {
    Events events = new Events(place, "PersistentVolumeClaim");
    ReasonTracker tracker = new ReasonTracker();
    ClaimFormat format =
        new ClaimFormat(
            place, classes, new ClaimReasons(place.api(), events, tracker, drivers), quota);
    this.records = new ObjectRecords<>(place, format);
    this.watches = new ClaimWatches(place, records, format, events, tracker);
  }

  @Override
  public Created<VolumeRecord> create(VolumeRecord record) {
    return records.create(record);
  }

  @Override
  public Optional<VolumeRecord> get(String key) {
    return watches.reading(() -> records.object(key)).flatMap(records::record);
  }

  @Override
  public Optional<VolumeRecord> swap(VolumeRecord record) {
    return records.swap(record);
  }

  @Override
  public boolean delete(VolumeRecord record) {
    return records.delete(record);
  }

  @Override
  public RecordPage<VolumeRecord> list(RecordQuery query) {
    return records.list(query);
  }

  @Override
  public Watch watch(RecordListener<VolumeRecord> listener) {
    return watches.start(listener);
  }
}
