package dev.mooring.internal.volume;

import dev.mooring.attachment.MountState;
import dev.mooring.internal.attach.Held;
import dev.mooring.internal.attach.Liveness;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.Trash;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.ProvisioningState;
import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A volume's record with who holds it, and the words that follow from the two.
 *
 * @param record the record
 * @param held the mounts of living holders: at most one of a drive
 */
public record VolumeView(VolumeRecord record, List<Held> held) {
  private static final List<MountState> RANK =
      List.of(MountState.ATTACHED, MountState.ATTACHING, MountState.DETACHING);

  /** Copies. */
  public VolumeView {
    held = List.copyOf(held);
  }

  /** A volume that nobody holds. */
  public static VolumeView free(VolumeRecord record) {
    return new VolumeView(record, List.of());
  }

  /** Looks at a record: helps it if something is under way, and asks for its holder. */
  public static Optional<VolumeView> of(RegionSession session, VolumeRecord found) {
    return Helping.byTheWay(found, () -> VolumeSteps.help(session, found))
        .filter(r -> r.spec().id().equals(found.spec().id()))
        .map(r -> unhelped(session, r));
  }

  /** Looks at a record, and asks for its holder only. */
  public static VolumeView unhelped(RegionSession session, VolumeRecord record) {
    return new VolumeView(
        record, Liveness.of(session, record).stream().filter(Held::live).toList());
  }

  /** The growth that is under way. */
  private Optional<OperationRecord> growing() {
    return record
        .running(OperationType.RESIZE)
        .filter(resize -> Settling.effective(record, resize).running());
  }

  /** Of several mounts, the one that the status tells: attached before attaching, the oldest. */
  private Optional<Held> telling() {
    return held.stream()
        .min(
            Comparator.comparing((Held h) -> RANK.indexOf(h.mount().state()))
                .thenComparing(h -> h.mount().since()));
  }

  /** Why one of its targets has not mounted it. */
  public Optional<StatusReason> trouble() {
    return held.stream().flatMap(h -> h.trouble().stream()).findFirst();
  }

  /** The one word for display. */
  public VolumeStatus status() {
    Provisioned provisioned = record.provisioned();
    if (record.trash() != null) {
      return VolumeStatus.DELETED;
    }
    if (record.deleting()
        || provisioned.state() == ProvisioningState.DELETING
        || record.running(OperationType.DELETE).isPresent()) {
      return VolumeStatus.DELETING;
    }
    if (growing().isPresent()) {
      return VolumeStatus.RESIZING;
    }
    if (telling().isPresent()) {
      return switch (telling().get().mount().state()) {
        case ATTACHING -> VolumeStatus.ATTACHING;
        case ATTACHED -> VolumeStatus.ATTACHED;
        case DETACHING -> VolumeStatus.DETACHING;
      };
    }
    if (Settling.failed(provisioned)) {
      return VolumeStatus.FAILED;
    }
    return switch (provisioned.state()) {
      case PENDING -> VolumeStatus.PENDING;
      case PROVISIONING -> VolumeStatus.PROVISIONING;
      case AVAILABLE -> VolumeStatus.AVAILABLE;
      case FAILED -> VolumeStatus.FAILED;
      case DELETING -> VolumeStatus.DELETING;
      case DELETED -> VolumeStatus.DELETED;
    };
  }

  /** Since when it has that status. */
  public Instant since() {
    Trash trash = record.trash();
    if (trash != null) {
      return trash.since();
    }
    if (growing().isPresent() && record.running(OperationType.DELETE).isEmpty()) {
      return growing().get().startedAt();
    }
    if (telling().isPresent() && record.running(OperationType.DELETE).isEmpty()) {
      return telling().get().mount().since();
    }
    return record
        .running(OperationType.DELETE)
        .map(o -> o.startedAt())
        .orElseGet(
            () ->
                record.provisioned().since().equals(Instant.EPOCH)
                    ? record.createdAt()
                    : record.provisioned().since());
  }
}
