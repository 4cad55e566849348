package dev.mooring.internal.snapshot;

import dev.mooring.error.ConflictException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.Names;
import dev.mooring.internal.validate.Refusals;
import dev.mooring.internal.validate.Violations;
import dev.mooring.internal.volume.Fates;
import dev.mooring.internal.volume.Keys;
import dev.mooring.internal.volume.VolumeSteps;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.spi.Capability;
import dev.mooring.spi.Created;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.SnapshotFeasibility;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.spi.SnapshotSpec;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.ProvisioningState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes snapshots: checked first, then create-if-absent with the intent in the record. */
public final class SnapshotTaking {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Sessions sessions;
  private final RegionSession session;
  private final VolumeRecord known;
  private final String name;
  private final @Nullable Instant scheduledAt;

  /** A snapshot of a volume, to be called so. */
  public SnapshotTaking(Sessions sessions, RegionSession session, VolumeRecord known, String name) {
    this(sessions, session, known, name, null);
  }

  /** The same for a schedule, which asks at this time. */
  public SnapshotTaking(
      Sessions sessions,
      RegionSession session,
      VolumeRecord known,
      String name,
      @Nullable Instant scheduledAt) {
    this.sessions = sessions;
    this.session = session;
    this.known = known;
    this.name = name;
    this.scheduledAt = scheduledAt;
  }

  /** A name for a snapshot that nobody named. */
  public static String nameAt(Instant now) {
    String random = UUID.randomUUID().toString().substring(0, 4);
    return "at-" + TIME.format(now.atOffset(ZoneOffset.UTC)) + "-" + random;
  }

  private Problem problem() {
    return Problem.tried("take a snapshot of").on(known.resource()).in(session.name());
  }

  /** Takes it, unless the volume has one of the name. */
  public Operation<Snapshot> take() {
    session.require(Capability.SNAPSHOTS, "take a snapshot of", known.resource());
    Violations violations = new Violations();
    Names.volume(violations, "name", name);
    violations.orThrow(problem());
    String key = Keys.snapshot(known.spec().id(), name);
    Optional<SnapshotRecord> there = session.snapshots().get(key);
    if (there.isPresent()) {
      return existing(there.get());
    }
    VolumeRecord volume = volume();
    SnapshotFeasibility feasible =
        session
            .snapshotting()
            .check(volume, SnapshotSpec.of(volume, name).withScheduledAt(scheduledAt));
    List<Violation> all = new ArrayList<>(state(volume));
    all.addAll(feasible.violations());
    if (!all.isEmpty()) {
      throw Refusals.of(problem(), all, List.of());
    }
    OperationRecord intent = SnapshotOperations.begin(session, key, OperationType.SNAPSHOT);
    Created<SnapshotRecord> answer =
        session.snapshots().create(SnapshotRecord.draft(key, feasible.spec(), intent));
    return answer.created() ? operation(answer.record(), intent) : existing(answer.record());
  }

  private VolumeRecord volume() {
    return session
        .volumes()
        .get(known.key())
        .filter(r -> r.spec().id().equals(known.spec().id()))
        .flatMap(r -> VolumeSteps.help(session, r))
        .filter(r -> r.spec().id().equals(known.spec().id()))
        .orElseThrow(
            () -> new NotFoundException(problem().because("there is no such volume any more")));
  }

  private static List<Violation> state(VolumeRecord volume) {
    String why = null;
    if (volume.leaving()) {
      why = volume.resource() + " " + Fates.leaving(volume);
    } else if (volume.provisioned().state() != ProvisioningState.AVAILABLE) {
      why =
          volume.resource()
              + " is "
              + volume.provisioned().state()
              + ": there is nothing to keep before it is made";
    }
    return why == null ? List.of() : List.of(Violation.of("volume", why).as(ErrorCode.CONFLICT));
  }

  private Operation<Snapshot> existing(SnapshotRecord found) {
    if ((scheduledAt == null) != (found.spec().scheduledAt() == null)) {
      // A schedule deletes what it took, and nobody may count on that; nor it on what others took.
      throw new ConflictException(
          problem()
              .because(
                  scheduledAt == null
                      ? name + " is the name of one that a schedule took, and will delete"
                      : name + " is the name of one that a user took")
              .hint(
                  scheduledAt == null
                      ? "choose another name"
                      : "delete it, or wait for the schedule's next period"));
    }
    if (found.leaving()) {
      throw new ConflictException(
          problem()
              .because("its snapshot " + name + " is being deleted")
              .hint("try again when it is gone, or choose another name"));
    }
    OperationRecord taken =
        found.operations().stream()
            .filter(o -> o.type() == OperationType.SNAPSHOT)
            .findFirst()
            .orElseGet(
                () ->
                    SnapshotOperations.begin(session, found.key(), OperationType.SNAPSHOT)
                        .ended(OperationState.SUCCEEDED, session.now(), "it was there"));
    return operation(found, taken);
  }

  private Operation<Snapshot> operation(SnapshotRecord record, OperationRecord taking) {
    return new SnapshotSubject.Taking(sessions, session, record, taking)
        .operation(Optional.of(record))
        .poll();
  }
}
