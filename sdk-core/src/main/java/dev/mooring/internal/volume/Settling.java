package dev.mooring.internal.volume;

import dev.mooring.operation.OperationEvent;
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
import java.util.Set;

/**
 * What a record says without saying it: a creation is done as soon as the volume is there. The end
 * is written down with the next change of the record, not by a request of its own.
 */
public final class Settling {
  private static final Set<Reason> GROWING =
      Set.of(Reason.EXPANDING, Reason.GROWS_ON_NEXT_USE, Reason.NEEDS_RESTART);

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

  /** Whether a volume has all that was asked for, and its users can see it. */
  public static boolean grown(VolumeRecord record) {
    Provisioned provisioned = record.provisioned();
    Long capacity = provisioned.capacityBytes();
    StatusReason reason = provisioned.reason();
    return capacity != null
        && capacity >= record.spec().sizeBytes()
        && (reason == null || !GROWING.contains(reason.reason()));
  }

  /** Whether a growth is up to the users now. */
  public static boolean grownButForUsers(Provisioned provisioned) {
    StatusReason reason = provisioned.reason();
    return reason != null
        && (reason.reason() == Reason.GROWS_ON_NEXT_USE || reason.reason() == Reason.NEEDS_RESTART);
  }

  /** The record with those operations noted as done that are. */
  public static VolumeRecord settle(VolumeRecord record, Instant now) {
    VolumeRecord settled = record;
    Optional<OperationRecord> creating = record.running(OperationType.CREATE);
    if (creating.isPresent() && usable(record.provisioned())) {
      settled =
          settled.withOperation(
              creating.get().ended(OperationState.SUCCEEDED, endOf(record.provisioned(), now), ""));
    }
    Optional<OperationRecord> growing = record.running(OperationType.RESIZE);
    return growing.isPresent() && grown(record) && !GrowthSteps.decides(record)
        ? settled.withOperation(Growths.succeeded(growing.get(), now))
        : settled;
  }

  /** The operation as the record's state tells it. */
  public static OperationRecord effective(VolumeRecord record, OperationRecord operation) {
    if (!operation.running()) {
      return operation;
    }
    return switch (operation.type()) {
      case CREATE -> making(record.provisioned(), operation);
      case RESIZE -> growth(record, operation);
      default -> operation;
    };
  }

  /** A running operation that makes something, as the state of that tells it. */
  public static OperationRecord making(Provisioned provisioned, OperationRecord operation) {
    if (usable(provisioned)) {
      Instant end = endOf(provisioned, operation.startedAt());
      return operation.ended(OperationState.SUCCEEDED, end, "");
    }
    return failed(provisioned) ? failed(provisioned, operation) : operation;
  }

  private static OperationRecord growth(VolumeRecord record, OperationRecord operation) {
    if (GrowthSteps.decides(record)) {
      return operation;
    }
    if (grown(record)) {
      Instant end = operation.last().map(OperationEvent::at).orElse(operation.startedAt());
      return Growths.succeeded(operation, end);
    }
    return record.provisioned().permanent() && about(record, operation)
        ? failed(record.provisioned(), operation)
        : operation;
  }

  /**
   * Whether a verdict is about this attempt: one that ended an attempt of the same growth before
   * stays where it is until the backend has tried again.
   */
  private static boolean about(VolumeRecord record, OperationRecord operation) {
    StatusReason reason = record.provisioned().reason();
    return reason == null
        || record.operations().stream()
            .filter(o -> o.type() == OperationType.RESIZE && !o.running())
            .filter(o -> asked(o).equals(asked(operation)))
            .flatMap(o -> o.events().stream())
            .filter(event -> event.state().equals(OperationState.FAILED.name()))
            .allMatch(event -> reason.since().isAfter(event.at()));
  }

  /** From what size to what, which the first event tells. */
  private static String asked(OperationRecord growth) {
    return growth.events().isEmpty() ? "" : growth.events().get(0).detail();
  }

  private static OperationRecord failed(Provisioned provisioned, OperationRecord operation) {
    StatusReason reason = provisioned.reason();
    return operation.failed(
        reason == null ? Reason.UNKNOWN : reason.reason(),
        reason == null ? "" : reason.raw(),
        reason == null ? operation.startedAt() : reason.since());
  }

  private static Instant endOf(Provisioned provisioned, Instant otherwise) {
    Instant since = provisioned.since();
    return since.equals(Instant.EPOCH) ? otherwise : since;
  }
}
