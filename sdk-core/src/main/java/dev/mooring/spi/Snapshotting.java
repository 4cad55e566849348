package dev.mooring.spi;

import java.util.Optional;

/**
 * Takes snapshots and takes them away. Volumes are made from them by {@link Provisioning}. Every
 * method may be repeated. Thread-safe.
 */
public interface Snapshotting extends Ability {
  /** The records of snapshots. */
  RecordStore<SnapshotRecord> snapshots();

  /**
   * What the backend says about a snapshot of a volume; changes nothing. What stands against it is
   * a violation of the answer, not an exception.
   */
  SnapshotFeasibility check(VolumeRecord volume, SnapshotSpec spec);

  /**
   * Does the next missing step of taking a snapshot, and returns the record with that step noted;
   * core commits it by compare-and-swap and calls again until the answer is empty. Two processes
   * may do the same step of the same record at once, and must end in the same state.
   *
   * @return the record to commit; empty when nothing is left to do here, because it is whole or
   *     because the backend goes on by itself
   */
  Optional<SnapshotRecord> advance(SnapshotRecord record);

  /**
   * Takes away the bytes of a snapshot whose record says that it is being deleted, before the
   * record is deleted. Does nothing when they are gone, or when the backend removes them with the
   * record.
   */
  void destroy(SnapshotRecord record);
}
