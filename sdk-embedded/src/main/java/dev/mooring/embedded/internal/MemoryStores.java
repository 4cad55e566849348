package dev.mooring.embedded.internal;

import dev.mooring.jdbc.Partition;
import dev.mooring.jdbc.RecordFormat;
import dev.mooring.spi.Index;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.VolumeId;

/** Records in memory. */
final class MemoryStores implements Stores {
  private final MemoryRecords records;
  private final RecordStore<VolumeRecord> volumes;
  private final RecordStore<TargetRecord> targets;

  MemoryStores(MemoryRecords records, Partition partition) {
    this.records = records;
    this.volumes =
        new MemoryRecordStore<>(records, RecordFormat.volumes(), VolumeRecord.class, partition);
    this.targets =
        new MemoryRecordStore<>(records, RecordFormat.targets(), TargetRecord.class, partition);
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
  public boolean knows(VolumeId id) {
    return records.holds(Index.VOLUME_ID, id.value());
  }

  @Override
  public void check() {}
}
