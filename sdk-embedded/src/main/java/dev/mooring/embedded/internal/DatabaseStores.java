package dev.mooring.embedded.internal;

import dev.mooring.jdbc.Database;
import dev.mooring.jdbc.JdbcRecordStore;
import dev.mooring.jdbc.Partition;
import dev.mooring.jdbc.RecordFormat;
import dev.mooring.snapshot.SnapshotId;
import dev.mooring.spi.Index;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.VolumeId;

/** Records in a database. */
final class DatabaseStores implements Stores {
  private final Database database;
  private final JdbcRecordStore<VolumeRecord> volumes;
  private final JdbcRecordStore<TargetRecord> targets;
  private final RecordStore<SnapshotRecord> snapshots;

  DatabaseStores(Database database, Partition partition) {
    this.database = database;
    this.volumes = database.store(RecordFormat.volumes(), partition);
    this.targets = database.store(RecordFormat.targets(), partition);
    this.snapshots = database.store(RecordFormat.snapshots(), partition);
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
  public boolean knows(SnapshotId id) {
    return database.holds(Index.SNAPSHOT_ID, id.value());
  }

  @Override
  public boolean knows(VolumeId id) {
    return database.holds(Index.VOLUME_ID, id.value());
  }

  @Override
  public void check() {
    database.check();
  }
}
