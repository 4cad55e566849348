package dev.mooring.internal.drive;

import dev.mooring.internal.operation.RecordOperation;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.Settling;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.VolumeRecord;
import java.time.Duration;
import java.util.Optional;

/** The operations of a drive's record. */
public final class DriveOperations {
  private DriveOperations() {}

  /** An operation that the record remembers. */
  public static Operation<?> of(
      Sessions sessions, RegionSession session, VolumeRecord record, OperationRecord operation) {
    Duration wait = sessions.configuration().timeouts().longestWait();
    OperationRecord effective = Settling.effective(record, operation);
    if (operation.type() == OperationType.DELETE) {
      return new RecordOperation<>(
          new DriveSubject.Deletion(sessions, session, record, operation),
          effective,
          Optional.of(record),
          wait);
    }
    return new RecordOperation<>(
        new DriveSubject.Creation(sessions, session, record, operation),
        effective,
        Optional.of(record),
        wait);
  }
}
