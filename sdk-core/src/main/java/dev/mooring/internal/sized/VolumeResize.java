package dev.mooring.internal.sized;

import dev.mooring.error.ConflictException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.error.UnsupportedException;
import dev.mooring.error.Violation;
import dev.mooring.internal.operation.RecordOperation;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.Refusals;
import dev.mooring.internal.validate.Sizes;
import dev.mooring.internal.validate.Violations;
import dev.mooring.internal.volume.Fates;
import dev.mooring.internal.volume.Growths;
import dev.mooring.internal.volume.Intents;
import dev.mooring.internal.volume.Quota;
import dev.mooring.internal.volume.Records;
import dev.mooring.internal.volume.Reservation;
import dev.mooring.internal.volume.Settling;
import dev.mooring.internal.volume.VolumeSteps;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.profile.Profile;
import dev.mooring.sized.SizedVolume;
import dev.mooring.spi.Capability;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.ProvisioningState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Grows a volume: checked first, then the new size and the intent are committed together, and the
 * backend follows. Nothing shrinks, whatever a backend would do.
 */
final class VolumeResize<V extends SizedVolume<V>> {
  private final SizedKind<V> type;
  private final Sessions sessions;
  private final RegionSession session;
  private final VolumeRecord known;
  private final Capacity size;

  VolumeResize(
      SizedKind<V> type,
      Sessions sessions,
      RegionSession session,
      VolumeRecord known,
      Capacity size) {
    this.type = type;
    this.sessions = sessions;
    this.session = session;
    this.known = known;
    this.size = size;
  }

  Problem problem() {
    return Problem.tried("resize").on(known.resource()).in(session.name());
  }

  /** The volume as it is now, with what its own look has helped on. */
  VolumeRecord current() {
    return session
        .volumes()
        .get(known.key())
        .filter(r -> r.spec().id().equals(known.spec().id()))
        .flatMap(r -> VolumeSteps.help(session, r))
        .filter(r -> r.spec().id().equals(known.spec().id()))
        .orElseThrow(
            () ->
                new NotFoundException(
                    problem().because("there is no such " + type.noun() + " any more")));
  }

  /** What it has: not what a growth asked for that failed. */
  private Capacity least(VolumeRecord current) {
    long asked = current.spec().sizeBytes();
    return Capacity.ofBytes(failed(current) ? current.sizeBefore().orElse(asked) : asked);
  }

  /** All that stands against it; nothing when it has that size already. */
  List<Violation> violations(VolumeRecord current) {
    if (size.bytes() == current.spec().sizeBytes()) {
      return List.of();
    }
    Violations violations = new Violations();
    Capacity now = least(current);
    Optional<Profile> profile = session.profile(current.spec().profile());
    Sizes.check(
        violations, "size", size, Sizes.SMALLEST, profile.map(Profile::maxSize).orElse(null));
    Sizes.step(violations, "size", size, profile.orElse(null));
    if (violations.isEmpty() && size.compareTo(now) <= 0) {
      violations.add(
          "size",
          "the "
              + type.noun()
              + " has "
              + now
              + (size.equals(now)
                  ? " and failed to grow: cancel that growth"
                  : ", and none can shrink; make a smaller one and copy"),
          now.toString());
    }
    state(current).ifPresent(violations::add);
    if (violations.isEmpty()) {
      violations.addAll(session.resizing().check(current, size.bytes()));
    }
    return violations.list();
  }

  private Optional<Violation> state(VolumeRecord current) {
    String why = null;
    Optional<OperationRecord> running = growing(current);
    if (current.leaving()) {
      why = "the " + type.noun() + " " + Fates.leaving(current);
    } else if (current.provisioned().state() != ProvisioningState.AVAILABLE) {
      why =
          "the " + type.noun() + " is " + current.provisioned().state() + ": wait until it is made";
    } else if (running.isPresent()) {
      why =
          running.get().at(Growths.CANCELLING)
              ? "its growth is being taken back: wait for its end"
              : "it is growing to "
                  + Capacity.ofBytes(current.spec().sizeBytes())
                  + ": wait for its end";
    }
    return Optional.ofNullable(why).map(w -> Violation.of("size", w).as(ErrorCode.CONFLICT));
  }

  private static Optional<OperationRecord> growing(VolumeRecord record) {
    return record
        .running(OperationType.RESIZE)
        .filter(resize -> Settling.effective(record, resize).running());
  }

  /** Whether its last growth has failed, so that it has less than it was asked to have. */
  boolean failed(VolumeRecord record) {
    return record
        .running(OperationType.RESIZE)
        .filter(resize -> Settling.effective(record, resize).state() == OperationState.FAILED)
        .isPresent();
  }

  /** What is more than a quota of the configuration allows. */
  private Optional<Quota.Excess> excess(VolumeRecord current) {
    long more = size.bytes() - current.spec().sizeBytes();
    return more <= 0 ? Optional.empty() : Quota.excess(session, current.spec().profile(), more);
  }

  /** What is more than any quota allows, for a plan. */
  Optional<Quota.Excess> planned(VolumeRecord current) {
    long more = size.bytes() - current.spec().sizeBytes();
    return more <= 0 ? Optional.empty() : Quota.planned(session, current.spec().profile(), more, 0);
  }

  Operation<V> start() {
    session.require(Capability.RESIZING, "resize", known.resource());
    VolumeRecord current = current();
    refuse(violations(current));
    Optional<Quota.Excess> over = excess(current);
    if (over.isPresent()) {
      throw over.get().refusal(problem());
    }
    OperationRecord mine = Intents.begin(session, known.spec(), OperationType.RESIZE);
    VolumeRecord stored =
        Records.update(session.volumes(), current, record -> intent(record, mine))
            .orElseThrow(
                () -> new ConflictException(problem().because("it was deleted meanwhile")));
    Optional<OperationRecord> intent =
        stored.operation(mine.id()).or(() -> stored.running(OperationType.RESIZE));
    if (intent.isPresent()) {
      long more = size.bytes() - stored.sizeBefore().orElse(size.bytes());
      QuotaSettling.settle(session, stored, intent.get().id(), more, problem());
    }
    OperationRecord operation =
        intent.orElse(mine.ended(OperationState.SUCCEEDED, session.now(), "it has that size"));
    RecordOperation<VolumeRecord, V> result =
        new RecordOperation<>(
            new GrowthSubject<>(type, sessions, session, stored, operation),
            operation,
            Optional.of(stored),
            sessions.configuration().timeouts().longestWait());
    result.poll();
    return result;
  }

  void refuse(List<Violation> violations) {
    if (violations.isEmpty()) {
      return;
    }
    if (violations.stream().allMatch(v -> v.code() == ErrorCode.UNSUPPORTED)) {
      throw new UnsupportedException(
          problem().because(violations.get(0).message()).hint("choose another profile"),
          Capability.RESIZING.name());
    }
    throw Refusals.of(problem(), violations, List.of());
  }

  /** The new size with the intent to reach it; nothing when it is asked for already. */
  private Optional<VolumeRecord> intent(VolumeRecord current, OperationRecord mine) {
    if (!current.spec().id().equals(known.spec().id())) {
      throw new ConflictException(problem().because("it was deleted meanwhile"));
    }
    boolean failed = failed(current);
    if (current.spec().sizeBytes() == size.bytes() && !failed) {
      return Optional.empty();
    }
    List<Violation> now = new ArrayList<>();
    state(current).ifPresent(now::add);
    if (size.compareTo(least(current)) < 0) {
      now.add(
          Violation.of("size", "somebody else let it grow further meanwhile")
              .as(ErrorCode.CONFLICT));
    }
    refuse(now);
    VolumeRecord settled = Settling.settle(current, session.now());
    // One that failed is over: it gave nothing, and what it asked for is asked for anew.
    Optional<OperationRecord> last = settled.running(OperationType.RESIZE);
    VolumeRecord base =
        last.isPresent()
            ? settled
                .unresized()
                .withProvisioned(settled.provisioned().growing(null))
                .withOperation(Settling.effective(settled, last.get()))
            : settled;
    return Optional.of(
        base.resized(size.bytes(), session.now())
            .withOperation(Reservation.begin(session, base, mine, size)));
  }
}
