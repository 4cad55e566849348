package dev.mooring.internal.snapshot;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.Intents;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.Index;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.SnapshotRecord;
import java.util.Optional;

/** The operations of a snapshot's record; their ids name its key. */
public final class SnapshotOperations {
  private SnapshotOperations() {}

  /** A running operation with a new id; nothing is stored yet. */
  static OperationRecord begin(RegionSession session, String key, OperationType type) {
    return Intents.begin(session, Index.SNAPSHOT, key, type);
  }

  /** An operation that the record remembers. */
  public static Operation<?> of(
      Sessions sessions, RegionSession session, SnapshotRecord record, OperationRecord operation) {
    SnapshotSubject<?> subject =
        operation.type() == OperationType.DELETE
            ? new SnapshotSubject.Deletion(sessions, session, record, operation)
            : new SnapshotSubject.Taking(sessions, session, record, operation);
    return subject.operation(Optional.of(record));
  }
}
