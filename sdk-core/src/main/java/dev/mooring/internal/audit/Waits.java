package dev.mooring.internal.audit;

import dev.mooring.attachment.MountState;
import dev.mooring.internal.attach.Usage;
import dev.mooring.internal.volume.Settling;
import dev.mooring.internal.volume.VolumeSteps;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import java.util.List;

/**
 * Tells operations that nobody goes on with from those that are done without saying so, and those
 * that rightly wait for users to go.
 */
final class Waits {
  private Waits() {}

  static List<OperationRecord> open(Look look, VolumeRecord volume) {
    // A deletion that the backend is at is its own kind of finding once it is stuck.
    if (volume.deleting()) {
      return List.of();
    }
    return volume.operations().stream()
        .filter(operation -> Settling.effective(volume, operation).running())
        .filter(operation -> !waits(look, volume, operation))
        .toList();
  }

  private static boolean waits(Look look, VolumeRecord volume, OperationRecord operation) {
    return switch (operation.type()) {
      case DELETE ->
          !VolumeSteps.committed(operation)
              && !VolumeSteps.checks(operation)
              && isUsed(look, volume);
      case RESIZE -> Settling.grownButForUsers(volume.provisioned());
      default -> false;
    };
  }

  private static boolean isUsed(Look look, VolumeRecord volume) {
    return !volume.shares().isEmpty()
        || look.targets().stream().anyMatch(target -> holds(target, volume))
        || mounted(look, volume);
  }

  private static boolean holds(TargetRecord target, VolumeRecord volume) {
    return target.mountOf(volume.key()).filter(mount -> target.holds(mount, volume)).isPresent();
  }

  private static boolean mounted(Look look, VolumeRecord volume) {
    return Usage.users(look.session(), volume).stream().anyMatch(VolumeUser::active);
  }

  static List<OperationRecord> open(Look look, TargetRecord target) {
    return target.operations().stream()
        .filter(OperationRecord::running)
        .filter(operation -> operation.type() != OperationType.DETACH || !isMounted(look, target))
        .toList();
  }

  private static boolean isMounted(Look look, TargetRecord target) {
    return target.mounts().stream()
        .filter(mount -> mount.state() == MountState.DETACHING)
        .map(TargetMount::volumeKey)
        .flatMap(key -> look.volumes().stream().filter(volume -> volume.key().equals(key)))
        .anyMatch(volume -> mounted(look, volume));
  }

  static List<OperationRecord> open(SnapshotRecord snapshot) {
    return snapshot.operations().stream()
        .filter(operation -> operation.running() && !snapshot.deleting())
        .filter(
            operation ->
                operation.type() != OperationType.SNAPSHOT
                    || Settling.making(snapshot.provisioned(), operation).running())
        .toList();
  }
}
