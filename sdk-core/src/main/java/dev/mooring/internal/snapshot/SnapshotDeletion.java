package dev.mooring.internal.snapshot;

import dev.mooring.error.ConflictException;
import dev.mooring.error.Holder;
import dev.mooring.error.InUseException;
import dev.mooring.error.Problem;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.Records;
import dev.mooring.internal.volume.Restores;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.snapshot.SnapshotId;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.SnapshotRecord;
import dev.mooring.volume.Reason;
import java.util.List;
import java.util.Optional;

/** Deletes snapshots: intent first, then a look for what is being made from them. */
final class SnapshotDeletion {
  private final Sessions sessions;
  private final RegionSession session;

  SnapshotDeletion(Sessions sessions, RegionSession session) {
    this.sessions = sessions;
    this.session = session;
  }

  Operation<SnapshotId> delete(SnapshotRecord known) {
    OperationRecord mine = SnapshotOperations.begin(session, known.key(), OperationType.DELETE);
    Optional<SnapshotRecord> found =
        session
            .snapshots()
            .get(known.key())
            .filter(r -> SnapshotSteps.same(r, known))
            .flatMap(
                r ->
                    Records.update(session.snapshots(), r, current -> intent(current, known, mine)))
            .filter(r -> SnapshotSteps.same(r, known));
    found
        .flatMap(record -> SnapshotSteps.help(session, record))
        .ifPresent(helped -> requireNotRefused(helped, mine));
    OperationRecord operation =
        found
            .map(record -> record.running(OperationType.DELETE).orElse(mine))
            .orElseGet(
                () -> mine.ended(OperationState.SUCCEEDED, session.now(), "it was gone already"));
    return new SnapshotSubject.Deletion(sessions, session, found.orElse(known), operation)
        .operation(found)
        .poll();
  }

  private static Optional<SnapshotRecord> intent(
      SnapshotRecord current, SnapshotRecord known, OperationRecord mine) {
    return SnapshotSteps.same(current, known) && !current.leaving()
        ? Optional.of(SnapshotSteps.settle(current).withOperation(mine))
        : Optional.empty();
  }

  private void requireNotRefused(SnapshotRecord helped, OperationRecord mine) {
    Optional<OperationRecord> refused =
        helped.operation(mine.id()).filter(o -> o.failure() == Reason.IN_USE);
    if (refused.isEmpty()) {
      return;
    }
    Problem problem = Problem.tried("delete").on(helped.resource()).in(session.name());
    List<Holder> holders = Restores.of(session, helped.spec().id().value());
    if (holders.isEmpty()) {
      throw new ConflictException(
          problem
              .because("it was in use a moment ago, by " + refused.get().raw())
              .hint("try again"));
    }
    throw new InUseException(
        problem
            .because("it is in use by " + refused.get().raw())
            .hint("wait until they are made, or delete them"),
        holders);
  }
}
