package dev.mooring.internal.volume;

import dev.mooring.operation.OperationEvent;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.operation.Progress;
import dev.mooring.spi.Growth;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import java.time.Instant;
import java.util.Optional;

/**
 * What the history of a growth says of it: each event is a step that whoever helps goes on from.
 */
public final class Growths {
  /** The size counts against the quotas, and the backend knows nothing of it yet. */
  public static final String RESERVED = VolumeRecord.RESERVED;

  /** The backend is asked for it. */
  public static final String RESIZING = "RESIZING";

  /** The backend has made room; the filesystem has not grown. */
  public static final String BACKEND_GROWN = Growth.Phase.BACKEND_GROWN.name();

  /** It goes on when its users are restarted; they are its detail. */
  public static final String NEEDS_RESTART = Reason.NEEDS_RESTART.name();

  /** Its users see all of it. */
  public static final String FILESYSTEM_GROWN = "FILESYSTEM_GROWN";

  /** It is being taken back; the size that was asked for is its detail. */
  public static final String CANCELLING = "CANCELLING";

  private Growths() {}

  /** Whether whoever reads the record may have to do the next step of its growth. */
  public static boolean awaitHelp(VolumeRecord record) {
    return GrowthSteps.missing(record);
  }

  /** The growth of a volume that only counts yet. */
  public static Optional<OperationRecord> reserved(VolumeRecord record) {
    return record.running(OperationType.RESIZE).filter(o -> o.at(RESERVED));
  }

  /** The growth of a volume that is being taken back. */
  public static Optional<OperationRecord> cancelling(VolumeRecord record) {
    return record.running(OperationType.RESIZE).filter(o -> o.at(CANCELLING));
  }

  /** A growth that has ended with all that was asked for. */
  static OperationRecord succeeded(OperationRecord growth, Instant now) {
    OperationRecord grown =
        growth.passed(BACKEND_GROWN) ? growth : growth.with(now, BACKEND_GROWN, "");
    return grown.with(now, FILESYSTEM_GROWN, "").ended(OperationState.SUCCEEDED, now, "");
  }

  /** The record with its growth taken back, as if it had never been asked for. */
  public static VolumeRecord cancelling(VolumeRecord record, OperationRecord growth, Instant now) {
    String target = Capacity.ofBytes(record.spec().sizeBytes()).toString();
    // Its failure is kept, but only as an event: it is under way until it is taken back.
    OperationRecord seen =
        Settling.effective(record, growth)
            .last()
            .filter(e -> e.state().equals(OperationState.FAILED.name()))
            .map(e -> growth.with(e.at(), e.state(), e.detail()))
            .orElse(growth);
    return record.unresized().withOperation(seen.with(now, CANCELLING, target));
  }

  /** The size that a growth which is being taken back was asked for. */
  static long target(OperationRecord cancelling) {
    return Capacity.parse(cancelling.last().map(OperationEvent::detail).orElse("")).bytes();
  }

  /** Whether the backend has made room for what is asked for, so that nothing leads back. */
  public static boolean backendHasGrown(VolumeRecord record) {
    return backendHasGrown(record.provisioned(), record.spec().sizeBytes());
  }

  static boolean backendHasGrown(Provisioned provisioned, long bytes) {
    Growth growth = provisioned.growth();
    Long capacity = provisioned.capacityBytes();
    return (growth != null && growth.madeRoomFor(bytes)) || (capacity != null && capacity >= bytes);
  }

  /** How far a growth is. */
  public static Progress progress(OperationRecord growth, VolumeRecord record) {
    return switch (growth.last().map(OperationEvent::state).orElse("")) {
      case RESERVED -> new Progress(0.1, "waiting for its quota");
      case CANCELLING -> new Progress(0.5, "taking it back");
      default -> atWork(growth, record.provisioned());
    };
  }

  private static Progress atWork(OperationRecord growth, Provisioned provisioned) {
    Growth told = provisioned.growth();
    Growth.Phase phase = told == null ? Growth.Phase.BACKEND_GROWING : told.phase();
    double fraction =
        switch (phase) {
          case BACKEND_GROWING -> 0.25;
          case BACKEND_GROWN -> 0.5;
          case FILESYSTEM_GROWING -> 0.75;
        };
    Optional<OperationEvent> restart = growth.last().filter(e -> e.state().equals(NEEDS_RESTART));
    if (restart.isPresent()) {
      return new Progress(fraction, "needs a restart of " + restart.get().detail());
    }
    String step =
        switch (phase) {
          case BACKEND_GROWING -> "backend growing";
          case BACKEND_GROWN -> "backend grown, waiting for node";
          case FILESYSTEM_GROWING -> "backend grown, filesystem growing";
        };
    return new Progress(fraction, step + trouble(provisioned));
  }

  /** What the backend says of an attempt that failed. */
  private static String trouble(Provisioned provisioned) {
    StatusReason reason = provisioned.reason();
    return reason == null || reason.raw().isEmpty() ? "" : ": " + reason.raw();
  }
}
