package dev.mooring.internal.attach;

import dev.mooring.attachment.Attachment;
import dev.mooring.attachment.MountState;
import dev.mooring.attachment.Target;
import dev.mooring.error.Holder;
import dev.mooring.error.InUseException;
import dev.mooring.error.Problem;
import dev.mooring.internal.operation.RecordOperation;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.volume.Intents;
import dev.mooring.internal.volume.Records;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Detaches volumes: intent first, then it waits until nobody mounts them, then the claims go. */
final class Detacher {
  private final RegionSession session;
  private final Duration standardWait;

  Detacher(RegionSession session, Duration standardWait) {
    this.session = session;
    this.standardWait = standardWait;
  }

  /** Detaches the mounts of a target that a condition picks. */
  Operation<List<Attachment>> detach(TargetRecord found, Predicate<TargetMount> which) {
    OperationRecord mine = start(session, found.target());
    Optional<TargetRecord> helped = TargetSteps.help(session, found).record();
    Set<String> leaving = new LinkedHashSet<>();
    Optional<TargetRecord> stored =
        helped.flatMap(
            record ->
                Records.update(
                    session.targets(),
                    record,
                    current -> {
                      leaving.clear();
                      return intent(current, which, mine, leaving);
                    }));
    TargetRecord record = stored.orElse(found);
    List<Attachment> affected = attachments(record, leaving);
    Optional<OperationRecord> recorded =
        record
            .operation(mine.id())
            .or(() -> leaving.isEmpty() ? Optional.empty() : record.running(OperationType.DETACH));
    OperationRecord operation =
        recorded.orElse(mine.ended(OperationState.SUCCEEDED, session.now(), "nothing to detach"));
    if (recorded.isPresent()) {
      TargetSteps.help(session, record);
    }
    RecordOperation<TargetRecord, List<Attachment>> result =
        new RecordOperation<>(
            new TargetSubject(session, record, operation, affected),
            operation,
            Optional.of(record),
            standardWait);
    result.poll();
    return result;
  }

  /** An operation that ended before it began, for a target that has nothing attached. */
  static Operation<List<Attachment>> nothing(
      RegionSession session, Target target, Duration standardWait, TargetRecord empty) {
    OperationRecord ended =
        start(session, target).ended(OperationState.SUCCEEDED, session.now(), "nothing to detach");
    return new RecordOperation<>(
        new TargetSubject(session, empty, ended, List.of()), ended, Optional.empty(), standardWait);
  }

  private static OperationRecord start(RegionSession session, Target target) {
    return Intents.begin(session, target.kind().word(), target.name(), OperationType.DETACH);
  }

  private Optional<TargetRecord> intent(
      TargetRecord current,
      Predicate<TargetMount> which,
      OperationRecord mine,
      Set<String> leaving) {
    List<TargetMount> mounts = new ArrayList<>();
    boolean begins = false;
    for (TargetMount mount : current.mounts()) {
      boolean picked = which.test(mount) && mount.state() != MountState.ATTACHING;
      begins |= picked && mount.state() == MountState.ATTACHED;
      mounts.add(picked ? mount.to(MountState.DETACHING) : mount);
      if (picked) {
        leaving.add(mount.volumeKey());
      }
    }
    if (!begins) {
      return Optional.empty(); // nothing to detach, or a detach of them runs already
    }
    refuseIfRunning(current, leaving);
    return Optional.of(current.withMounts(mounts).withOperation(mine));
  }

  /** A running bare pod cannot let go of a volume; nothing would make it stop. */
  private void refuseIfRunning(TargetRecord target, Set<String> leaving) {
    Map<String, VolumeRecord> volumes = DefaultLaunch.volumes(session, target);
    volumes.keySet().retainAll(leaving);
    List<Holder> holders =
        session.attaching().users(volumes.values()).values().stream()
            .flatMap(List::stream)
            .filter(Detacher::bareAndStaying)
            .map(Usage::holder)
            .distinct()
            .toList();
    if (!holders.isEmpty()) {
      throw new InUseException(
          Problem.tried("detach volumes from")
              .on(target.target().toString())
              .in(session.name())
              .because(
                  "they are mounted by "
                      + String.join(", ", holders.stream().map(Holder::toString).toList()))
              .hint("stop the instance; its volumes are free then"),
          holders);
    }
  }

  private static boolean bareAndStaying(VolumeUser user) {
    return user.bare()
        && (user.state() == VolumeUser.State.RUNNING || user.state() == VolumeUser.State.PENDING);
  }

  private List<Attachment> attachments(TargetRecord record, Set<String> leaving) {
    if (leaving.isEmpty()) {
      return List.of();
    }
    Liveness.Judged judged = Liveness.judge(session, record);
    return record.mounts().stream()
        .filter(m -> leaving.contains(m.volumeKey()))
        .map(m -> judged.held(m, session.name()).attachment())
        .toList();
  }
}
