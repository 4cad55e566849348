package dev.mooring.embedded.internal;

import dev.mooring.snapshot.SnapshotId;
import dev.mooring.spi.Naming;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.VolumeId;

/** The records of an embedded backend: in a database, or in memory. */
interface Stores {
  RecordStore<VolumeRecord> volumes();

  RecordStore<TargetRecord> targets();

  RecordStore<SnapshotRecord> snapshots();

  /** Reserved names, and the account's record. */
  Naming naming();

  /** Whether any account and region has a record of this snapshot. */
  boolean knows(SnapshotId id);

  /** Whether any account and region has a record of this volume. */
  boolean knows(VolumeId id);

  /** Throws when the records cannot be read. */
  void check();
}
