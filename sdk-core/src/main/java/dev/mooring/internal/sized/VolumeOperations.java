package dev.mooring.internal.sized;

import dev.mooring.internal.operation.RecordOperation;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.Settling;
import dev.mooring.operation.Operation;
import dev.mooring.sized.SizedVolume;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.VolumeRecord;
import java.time.Duration;
import java.util.Optional;

/** The operations of a volume's record. */
public final class VolumeOperations {
  private VolumeOperations() {}

  /** An operation that the record remembers. */
  public static Operation<?> of(
      Sessions sessions, RegionSession session, VolumeRecord record, OperationRecord operation) {
    Duration wait = sessions.configuration().timeouts().longestWait();
    OperationRecord effective = Settling.effective(record, operation);
    Optional<VolumeRecord> found = Optional.of(record);
    return switch (operation.type()) {
      case CREATE ->
          new RecordOperation<>(
              new VolumeSubject.Creation(sessions, session, record, operation),
              effective,
              found,
              wait);
      case DELETE ->
          new RecordOperation<>(
              new DeletionSubject(sessions, session, record, operation), effective, found, wait);
      case RESIZE ->
          growth(SizedKind.of(record.spec().kind()), sessions, session, record, operation);
      case SHARE, UNSHARE -> share(sessions, session, record, operation);
      default ->
          new RecordOperation<>(
              new VolumeSubject.Other(sessions, session, record, operation),
              effective,
              found,
              wait);
    };
  }

  /** Of a share that is gone the volume is all that is left to tell. */
  private static Operation<?> share(
      Sessions sessions, RegionSession session, VolumeRecord record, OperationRecord operation) {
    return record.shares().stream()
        .filter(share -> share.operation().equals(operation.id()))
        .findFirst()
        .<Operation<?>>map(
            share -> new ShareSubject(sessions, session, record, share, operation).operation())
        .orElseGet(
            () ->
                new RecordOperation<>(
                    new VolumeSubject.Other(sessions, session, record, operation),
                    operation,
                    Optional.of(record),
                    sessions.configuration().timeouts().longestWait()));
  }

  private static <V extends SizedVolume<V>> Operation<V> growth(
      SizedKind<V> kind,
      Sessions sessions,
      RegionSession session,
      VolumeRecord record,
      OperationRecord operation) {
    return new RecordOperation<>(
        new GrowthSubject<>(kind, sessions, session, record, operation),
        Settling.effective(record, operation),
        Optional.of(record),
        sessions.configuration().timeouts().longestWait());
  }
}
