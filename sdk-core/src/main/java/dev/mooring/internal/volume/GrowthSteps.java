package dev.mooring.internal.volume;

import dev.mooring.internal.attach.Usage;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.operation.OperationEvent;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.Growth;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.Provisioned;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Does what is missing of a growth, and of taking one back. */
final class GrowthSteps {
  /**
   * A kubelet looks at what it mounts every 90 seconds at most; who waits longer waits for ever.
   */
  private static final Duration NODE_LOOKS = Duration.ofMinutes(2);

  private GrowthSteps() {}

  /** Whether there may be something to do. */
  static boolean missing(VolumeRecord record) {
    return record.running(OperationType.RESIZE).isPresent()
        && !record.leaving()
        && (!Settling.grown(record) || decides(record));
  }

  /** Whether the history of a growth, and not the backend, says what comes next. */
  static boolean decides(VolumeRecord record) {
    return Growths.reserved(record).isPresent() || Growths.cancelling(record).isPresent();
  }

  /** A swap that fails met somebody who did the same, or who did more: the next reader sees it. */
  static Optional<VolumeRecord> help(RegionSession session, VolumeRecord first) {
    Optional<VolumeRecord> current = Optional.of(first);
    while (current.isPresent()
        && missing(current.get())
        && current.get().spec().id().equals(first.spec().id())) {
      Optional<VolumeRecord> next = next(session, current.get());
      if (next.isEmpty()) {
        return current;
      }
      Optional<VolumeRecord> stored = session.volumes().swap(next.get());
      current = stored.isPresent() ? stored : session.volumes().get(first.key());
    }
    return current;
  }

  private static Optional<VolumeRecord> next(RegionSession session, VolumeRecord record) {
    OperationRecord growth = record.running(OperationType.RESIZE).orElseThrow();
    if (growth.at(Growths.RESERVED)) {
      return Reservation.judge(session, record, growth);
    }
    if (growth.at(Growths.CANCELLING)) {
      return takenBack(record, growth, session.now());
    }
    Optional<VolumeRecord> step = session.resizing().grow(record);
    if (step.isPresent()) {
      VolumeRecord noted = phase(step.get(), growth, session.now()).orElse(step.get());
      return Optional.of(Settling.settle(noted, session.now()));
    }
    return users(session, record, growth).or(() -> phase(record, growth, session.now()));
  }

  /** The record with the backend's part noted as done. */
  private static Optional<VolumeRecord> phase(
      VolumeRecord record, OperationRecord growth, Instant now) {
    Growth told = record.provisioned().growth();
    return told != null
            && told.madeRoomFor(record.spec().sizeBytes())
            && !growth.passed(Growths.BACKEND_GROWN)
        ? Optional.of(record.withOperation(growth.with(now, Growths.BACKEND_GROWN, "")))
        : Optional.empty();
  }

  /** What the volume's users have to do with it: nothing is left where it has none. */
  private static Optional<VolumeRecord> users(
      RegionSession session, VolumeRecord record, OperationRecord growth) {
    Provisioned provisioned = record.provisioned();
    if (!Settling.grownButForUsers(provisioned)) {
      return Optional.empty();
    }
    Instant now = session.now();
    List<VolumeUser> users =
        Usage.users(session, record).stream().filter(VolumeUser::active).toList();
    boolean room = Growths.backendHasGrown(record);
    if (users.isEmpty()) {
      return room ? Optional.of(grownForNow(record, growth, now)) : Optional.empty();
    }
    if (!needsRestart(provisioned, now)) {
      return Optional.empty();
    }
    String who = who(users);
    boolean told =
        growth
            .last()
            .filter(e -> e.state().equals(Growths.NEEDS_RESTART))
            .map(OperationEvent::detail)
            .filter(who::equals)
            .isPresent();
    if (told) {
      return Optional.empty();
    }
    OperationRecord grown =
        !room || growth.passed(Growths.BACKEND_GROWN)
            ? growth
            : growth.with(now, Growths.BACKEND_GROWN, "");
    return Optional.of(record.withOperation(grown.with(now, Growths.NEEDS_RESTART, who)));
  }

  private static boolean needsRestart(Provisioned provisioned, Instant now) {
    StatusReason reason = provisioned.reason();
    Growth growth = provisioned.growth();
    return reason != null
        && (reason.reason() == Reason.NEEDS_RESTART
            || (growth != null
                && growth.phase() == Growth.Phase.BACKEND_GROWN
                && (!growth.mounted() || now.isAfter(reason.since().plus(NODE_LOOKS)))));
  }

  /** For example {@code these pods: a, b}. */
  private static String who(List<VolumeUser> users) {
    String kind =
        users.stream().map(VolumeUser::kind).distinct().count() == 1 ? users.get(0).kind() : "user";
    return "these "
        + kind
        + "s: "
        + users.stream().map(VolumeUser::name).sorted().collect(Collectors.joining(", "));
  }

  private static VolumeRecord grownForNow(
      VolumeRecord record, OperationRecord growth, Instant now) {
    OperationRecord grown =
        growth.passed(Growths.BACKEND_GROWN) ? growth : growth.with(now, Growths.BACKEND_GROWN, "");
    return record.withOperation(
        grown.ended(OperationState.SUCCEEDED, now, Reason.GROWS_ON_NEXT_USE.hint()));
  }

  /**
   * What became of taking a growth back: undone, too late, or nothing yet while the backend is at
   * it, for what it gives after all has to be paid.
   */
  private static Optional<VolumeRecord> takenBack(
      VolumeRecord record, OperationRecord growth, Instant now) {
    long target = Growths.target(growth);
    Provisioned provisioned = record.provisioned();
    if (Growths.backendHasGrown(provisioned, target)) {
      return Optional.of(
          record
              .resized(target, now)
              .withOperation(
                  growth.with(
                      now, Growths.RESIZING, "the backend had grown before it could be stopped")));
    }
    Growth told = provisioned.growth();
    if (told != null && told.toBytes() >= target) {
      return Optional.empty();
    }
    String size = Capacity.ofBytes(record.spec().sizeBytes()).toString();
    return Optional.of(
        record
            .withProvisioned(provisioned.growing(null))
            .withOperation(
                growth.ended(OperationState.CANCELLED, now, "its size is " + size + " as before")));
  }
}
