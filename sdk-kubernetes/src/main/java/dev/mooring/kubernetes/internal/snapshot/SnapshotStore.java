package dev.mooring.kubernetes.internal.snapshot;

import dev.mooring.error.NotFoundException;
import dev.mooring.kubernetes.internal.record.ObjectRecords;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.SnapshotRecord;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;

/** The records of snapshots: VolumeSnapshots of one namespace. */
final class SnapshotStore extends ObjectRecords<GenericKubernetesResource, SnapshotRecord> {
  SnapshotStore(Place place) {
    super(place, new SnapshotFormat(place));
  }

  /** A cluster without the snapshot API has no snapshots. */
  @Override
  public RecordPage<SnapshotRecord> list(RecordQuery query) {
    try {
      return super.list(query);
    } catch (NotFoundException e) {
      return new RecordPage<>(List.of(), null);
    }
  }
}
