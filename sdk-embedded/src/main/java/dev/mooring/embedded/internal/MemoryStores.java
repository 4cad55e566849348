package dev.mooring.embedded.internal;

import dev.mooring.jdbc.Partition;
import dev.mooring.jdbc.RecordFormat;
import dev.mooring.snapshot.SnapshotId;
import dev.mooring.spi.AccountRecord;
import dev.mooring.spi.Index;
import dev.mooring.spi.NameRecord;
import dev.mooring.spi.Naming;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.VolumeId;

/** Records in memory. */
final class MemoryStores implements Stores {
  private final MemoryRecords records;
  private final RecordStore<VolumeRecord> volumes;
  private final RecordStore<TargetRecord> targets;
  private final RecordStore<SnapshotRecord> snapshots;
  private final Naming naming;

  MemoryStores(MemoryRecords records, Partition partition) {
    this.records = records;
    this.volumes =
        new MemoryRecordStore<>(records, RecordFormat.volumes(), VolumeRecord.class, partition);
    this.targets =
        new MemoryRecordStore<>(records, RecordFormat.targets(), TargetRecord.class, partition);
    this.snapshots =
        new MemoryRecordStore<>(records, RecordFormat.snapshots(), SnapshotRecord.class, partition);
    this.naming =
        new EmbeddedNaming(
            new MemoryRecordStore<>(records, RecordFormat.names(), NameRecord.class, partition),
            new MemoryRecordStore<>(
                records, RecordFormat.accounts(), AccountRecord.class, partition));
  }

  @Override
  public RecordStore<VolumeRecord> volumes() {
    return volumes;
  }

  @Override
  public RecordStore<TargetRecord> targets() {
    return targets;
  }

  @Override
  public RecordStore<SnapshotRecord> snapshots() {
    return snapshots;
  }

  @Override
  public Naming naming() {
    return naming;
  }

  @Override
  public boolean knows(SnapshotId id) {
    return records.holds(Index.SNAPSHOT_ID, id.value());
  }

  @Override
  public boolean knows(VolumeId id) {
    return records.holds(Index.VOLUME_ID, id.value());
  }

  @Override
  public void check() {}
}
