package dev.mooring.embedded.internal;

import dev.mooring.jdbc.Database;
import dev.mooring.jdbc.JdbcRecordStore;
import dev.mooring.jdbc.Partition;
import dev.mooring.jdbc.RecordFormat;
import dev.mooring.snapshot.SnapshotId;
import dev.mooring.spi.Index;
import dev.mooring.spi.Naming;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.VolumeId;
import java.nio.file.Path;

/** Records in a database. */
final class DatabaseStores implements Stores {
  private final Database database;
  private final JdbcRecordStore<VolumeRecord> volumes;
  private final JdbcRecordStore<TargetRecord> targets;
  private final RecordStore<SnapshotRecord> snapshots;
  private final Naming naming;

  DatabaseStores(Path root, Database database, Partition partition) {
    this.database = database;
    this.volumes = database.store(RecordFormat.volumes(), partition);
    this.targets = database.store(RecordFormat.targets(), partition);
    this.snapshots = database.store(RecordFormat.snapshots(), partition);
    this.naming =
        new EmbeddedNaming(
            database.store(RecordFormat.names(), partition),
            new LazyRecords<>(
                root.resolve(Layout.DATABASE), database.store(RecordFormat.accounts(), partition)));
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
