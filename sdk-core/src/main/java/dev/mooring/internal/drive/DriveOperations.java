package dev.mooring.internal.drive;

import dev.mooring.internal.operation.RecordOperation;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.Settling;
import dev.mooring.operation.Operation;
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
    Optional<VolumeRecord> found = Optional.of(record);
    return switch (operation.type()) {
      case CREATE ->
          new RecordOperation<>(
              new DriveSubject.Creation(sessions, session, record, operation),
              effective,
              found,
              wait);
      case DELETE ->
          new RecordOperation<>(
              new DriveSubject.Deletion(sessions, session, record, operation),
              effective,
              found,
              wait);
      default ->
          new RecordOperation<>(
              new DriveSubject.Other(sessions, session, record, operation), effective, found, wait);
    };
  }
}
