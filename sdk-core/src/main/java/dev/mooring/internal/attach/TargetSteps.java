package dev.mooring.internal.attach;

import dev.mooring.attachment.MountState;
import dev.mooring.attachment.ScratchMount;
import dev.mooring.error.Holder;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import dev.mooring.volume.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does what is missing of a target's operations, from what its record says. Whoever looks may call
 * it. Whether an attach goes through or is undone is decided by one compare-and-swap of the
 * target's record; all helpers then do the same.
 */
final class TargetSteps {
  /** The event that commits the undoing of an attach. */
  static final String UNDOING = "UNDOING";

  /** The event that names the scratch paths that an attach brought. */
  static final String SCRATCH = "SCRATCH";

  private TargetSteps() {}

  static Outcome help(RegionSession session, TargetRecord record) {
    if (record.running(OperationType.ATTACH).isEmpty()
        && record.running(OperationType.DETACH).isEmpty()) {
      return Outcome.of(Optional.of(record));
    }
    return session.locks().with(record.key(), () -> run(session, record));
  }

  private static Outcome run(RegionSession session, TargetRecord first) {
    Optional<TargetRecord> current = Optional.of(first);
    List<Holder> holders = new ArrayList<>();
    while (current.isPresent()) {
      TargetRecord record = current.get();
      Optional<OperationRecord> attach = record.running(OperationType.ATTACH);
      Optional<OperationRecord> detach = record.running(OperationType.DETACH);
      if (attach.isPresent()) {
        current = attach(session, record, attach.get(), holders);
      } else if (detach.isPresent()) {
        if (mounted(session, record)) {
          return new Outcome(current, holders);
        }
        current = detach(session, record, detach.get());
      } else {
        return new Outcome(current, holders);
      }
    }
    return new Outcome(current, holders);
  }

  private static Optional<TargetRecord> attach(
      RegionSession session, TargetRecord record, OperationRecord attach, List<Holder> holders) {
    if (attach.passed(UNDOING)) {
      return undo(session, record, attach);
    }
    Map<String, VolumeRecord> volumes = new LinkedHashMap<>();
    for (TargetMount mount : record.mounts()) {
      if (mount.state() == MountState.DETACHING) {
        continue;
      }
      Claims.Answer answer = Claims.claim(session, record, mount);
      if (!answer.claimed()) {
        if (mount.state() == MountState.ATTACHED) {
          continue;
        }
        holders.addAll(answer.holders());
        return commit(
            session, record.withOperation(attach.with(session.now(), UNDOING, answer.refused())));
      }
      answer.volume().ifPresent(volume -> volumes.put(volume.key(), volume));
    }
    TargetRecord attached =
        record.withMounts(
            record.mounts().stream()
                .map(m -> m.state() == MountState.ATTACHING ? m.to(MountState.ATTACHED) : m)
                .toList());
    session.attaching().connect(attached, volumes);
    return commit(
        session, attached.withOperation(attach.ended(OperationState.SUCCEEDED, session.now(), "")));
  }

  private static Optional<TargetRecord> undo(
      RegionSession session, TargetRecord record, OperationRecord attach) {
    List<TargetMount> kept = new ArrayList<>();
    for (TargetMount mount : record.mounts()) {
      if (mount.state() == MountState.ATTACHING) {
        Claims.release(session, record, mount);
        session.attaching().disconnect(record, mount);
      } else {
        kept.add(mount);
      }
    }
    List<String> brought = new ArrayList<>();
    String words = "";
    for (var event : attach.events()) {
      if (event.state().equals(SCRATCH)) {
        brought.addAll(Arrays.asList(event.detail().split(" ")));
      } else if (event.state().equals(UNDOING)) {
        words = event.detail();
      }
    }
    List<ScratchMount> scratch =
        record.scratch().stream().filter(s -> !brought.contains(s.path().value())).toList();
    return finish(
        session,
        record
            .withMounts(kept)
            .withScratch(scratch)
            .withOperation(attach.failed(Reason.IN_USE, words, session.now())));
  }

  /** Whether somebody active still mounts a volume that is being detached. */
  private static boolean mounted(RegionSession session, TargetRecord record) {
    List<VolumeRecord> volumes = new ArrayList<>();
    for (TargetMount mount : record.mounts()) {
      if (mount.state() == MountState.DETACHING) {
        session
            .volumes()
            .get(mount.volumeKey())
            .filter(v -> v.spec().id().equals(mount.volumeId()))
            .ifPresent(volumes::add);
      }
    }
    return !volumes.isEmpty()
        && session.attaching().users(volumes).values().stream()
            .flatMap(List::stream)
            .anyMatch(user -> user.active() && isOf(user, record));
  }

  private static boolean isOf(VolumeUser user, TargetRecord record) {
    return user.targetKey() == null || user.targetKey().equals(record.key());
  }

  private static Optional<TargetRecord> detach(
      RegionSession session, TargetRecord record, OperationRecord detach) {
    List<TargetMount> kept = new ArrayList<>();
    for (TargetMount mount : record.mounts()) {
      if (mount.state() == MountState.DETACHING) {
        Claims.release(session, record, mount);
        session.attaching().disconnect(record, mount);
      } else {
        kept.add(mount);
      }
    }
    return finish(
        session,
        record
            .withMounts(kept)
            .withOperation(detach.ended(OperationState.SUCCEEDED, session.now(), "")));
  }

  /** Stores the end of an operation; a record without any mount left is deleted instead. */
  private static Optional<TargetRecord> finish(RegionSession session, TargetRecord record) {
    if (!record.mounts().isEmpty() || !record.scratch().isEmpty()) {
      return commit(session, record);
    }
    return session.targets().delete(record)
        ? Optional.empty()
        : session.targets().get(record.key());
  }

  private static Optional<TargetRecord> commit(RegionSession session, TargetRecord record) {
    Optional<TargetRecord> stored = session.targets().swap(record);
    return stored.isPresent() ? stored : session.targets().get(record.key());
  }
}
