package dev.mooring.internal.volume;

import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import java.time.Instant;
import java.util.Optional;

/**
 * What a record says without saying it: a creation is done as soon as the volume is there. The end
 * is written down with the next change of the record, not by a request of its own.
 */
public final class Settling {
  private Settling() {}

  /** Whether a volume can be attached: made, or made by its first use. */
  public static boolean usable(Provisioned provisioned) {
    StatusReason reason = provisioned.reason();
    return provisioned.state() == ProvisioningState.AVAILABLE
        || (reason != null && reason.reason() == Reason.READY_ON_FIRST_USE);
  }

  /** Whether the backend says that it cannot get better. */
  public static boolean failed(Provisioned provisioned) {
    return provisioned.state() == ProvisioningState.FAILED
        || (provisioned.permanent() && !usable(provisioned));
  }

  /** The record with a creation that is done noted as done. */
  public static VolumeRecord settle(VolumeRecord record, Instant now) {
    Optional<OperationRecord> creating = record.running(OperationType.CREATE);
    return creating.isPresent() && usable(record.provisioned())
        ? record.withOperation(
            creating.get().ended(OperationState.SUCCEEDED, endOf(record, now), ""))
        : record;
  }

  /** The operation as the record's state tells it. */
  public static OperationRecord effective(VolumeRecord record, OperationRecord operation) {
    Provisioned provisioned = record.provisioned();
    if (!operation.running() || operation.type() != OperationType.CREATE) {
      return operation;
    }
    if (usable(provisioned)) {
      return operation.ended(OperationState.SUCCEEDED, endOf(record, operation.startedAt()), "");
    }
    StatusReason reason = provisioned.reason();
    if (failed(provisioned)) {
      return operation.failed(
          reason == null ? Reason.UNKNOWN : reason.reason(),
          reason == null ? "" : reason.raw(),
          reason == null ? operation.startedAt() : reason.since());
    }
    return operation;
  }

  private static Instant endOf(VolumeRecord record, Instant otherwise) {
    Instant since = record.provisioned().since();
    return since.equals(Instant.EPOCH) ? otherwise : since;
  }
}
