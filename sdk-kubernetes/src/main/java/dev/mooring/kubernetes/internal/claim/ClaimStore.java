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
  private final ClaimAdoption adoption;
  private final ClaimWatches watches;
  private final Events events;
  private final ClaimFormat format;

  /** The store of a place. */
  public ClaimStore(Place place, StorageClasses classes, DriverPresence drivers) {
    this.events = new Events(place, "PersistentVolumeClaim");
    ReasonTracker tracker = new ReasonTracker();
    this.format =
        new ClaimFormat(place, classes, new ClaimReasons(place.api(), events, tracker, drivers));
    this.records = new ObjectRecords<>(place, format);
    this.adoption = new ClaimAdoption(place.api(), records, format);
    this.watches = new ClaimWatches(place, records, format, events, tracker);
  }

  /** How claims that others made become records, and records claims again. */
  public ClaimAdoption adoption() {
    return adoption;
  }

  @Override
  public Created<VolumeRecord> create(VolumeRecord record) {
    return records.create(record);
  }

  @Override
  public Optional<VolumeRecord> get(String key) {
    return watches.reading(() -> records.object(key)).flatMap(records::record);
  }

  /**
   * The record of a claim, as far as the claim itself tells; asks nobody, and notes nothing.
   *
   * @throws dev.mooring.error.InternalException when somebody edited what is ours
   */
  public VolumeRecord glance(PersistentVolumeClaim claim) {
    return format.fresh(claim);
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
    if (query.continueFrom() == null) {
      events.refresh();
    }
    return records.list(query);
  }

  @Override
  public Watch watch(RecordListener<VolumeRecord> listener) {
    return watches.start(listener);
  }
}
