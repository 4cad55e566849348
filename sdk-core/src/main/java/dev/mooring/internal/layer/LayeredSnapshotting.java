package dev.mooring.internal.layer;

import dev.mooring.spi.RecordStore;
import dev.mooring.spi.SnapshotFeasibility;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.SnapshotSpec;
import dev.mooring.spi.Snapshotting;
import dev.mooring.spi.VolumeRecord;
import java.util.Optional;

/** Snapshots behind layers, with their records. */
final class LayeredSnapshotting implements Snapshotting {
  private final Snapshotting delegate;
  private final Calls calls;
  private final RecordStore<SnapshotRecord> snapshots;

  LayeredSnapshotting(Snapshotting delegate, Calls calls) {
    this.delegate = delegate;
    this.calls = calls;
    this.snapshots = new LayeredStore<>(delegate.snapshots(), calls.of("snapshots"));
  }

  @Override
  public RecordStore<SnapshotRecord> snapshots() {
    return snapshots;
  }

  @Override
  public SnapshotFeasibility check(VolumeRecord volume, SnapshotSpec spec) {
    return calls.call("check", volume.key(), () -> delegate.check(volume, spec), volume);
  }

  @Override
  public Optional<SnapshotRecord> advance(SnapshotRecord record) {
    return calls.call("advance", record.key(), () -> delegate.advance(record), record);
  }

  @Override
  public void destroy(SnapshotRecord record) {
    calls.run("destroy", record.key(), () -> delegate.destroy(record), record);
  }
}
