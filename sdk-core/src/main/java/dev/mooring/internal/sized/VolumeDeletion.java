package dev.mooring.internal.sized;

import dev.mooring.error.ConflictException;
import dev.mooring.error.Holder;
import dev.mooring.error.InUseException;
import dev.mooring.error.Problem;
import dev.mooring.internal.attach.Usage;
import dev.mooring.internal.operation.RecordOperation;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.Intents;
import dev.mooring.internal.volume.Records;
import dev.mooring.internal.volume.Settling;
import dev.mooring.internal.volume.VolumeSteps;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.Reason;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Deletes volumes in two steps: the intent is committed against everybody who may attach, then the
 * bytes and the record go. Where the profile keeps a trash, the first step only puts it there.
 */
final class VolumeDeletion {
  /** How to delete. */
  enum Mode {
    /** Into the trash if there is one, refused while in use. */
    DELETE,
    /** As soon as nobody uses it, then as {@link #DELETE}. */
    WHEN_DETACHED,
    /** For good, refused while in use. */
    PURGE,
    /** Not at all: it is given back as it is. Refused while in use, and while it changes. */
    RELEASE;

    String word() {
      return this == RELEASE ? "release" : "delete";
    }
  }

  private final Sessions sessions;
  private final RegionSession session;

  VolumeDeletion(Sessions sessions, RegionSession session) {
    this.sessions = sessions;
    this.session = session;
  }

  Operation<VolumeId> delete(VolumeRecord known, Mode mode) {
    OperationRecord mine = Intents.begin(session, known.spec(), OperationType.DELETE);
    Optional<VolumeRecord> found =
        session
            .volumes()
            .get(known.key())
            .filter(r -> r.spec().id().equals(known.spec().id()))
            .flatMap(this::decided)
            .flatMap(
                r ->
                    Records.update(
                        session.volumes(), r, current -> intent(current, known, mine, mode)))
            .filter(r -> r.spec().id().equals(known.spec().id()));
    Optional<OperationRecord> recorded = found.flatMap(VolumeDeletion::deletion);
    found
        .flatMap(record -> VolumeSteps.help(session, record))
        .ifPresent(helped -> requireNotRefused(helped, mine, mode));
    OperationRecord operation =
        recorded.orElseGet(
            () ->
                found.isPresent()
                    ? mine // somebody else deletes it, by other means
                    : mine.ended(OperationState.SUCCEEDED, session.now(), "it was gone already"));
    DeletionSubject subject =
        new DeletionSubject(sessions, session, found.orElse(known), operation);
    RecordOperation<VolumeRecord, VolumeId> result =
        new RecordOperation<>(
            subject, operation, found, sessions.configuration().timeouts().longestWait());
    result.poll();
    return result;
  }

  /** A deletion that only looks for users is somebody else's: it ends first, one way or another. */
  private Optional<VolumeRecord> decided(VolumeRecord record) {
    boolean looks = record.running(OperationType.DELETE).filter(VolumeSteps::checks).isPresent();
    return looks ? VolumeSteps.help(session, record) : Optional.of(record);
  }

  private void requireUnused(VolumeRecord volume, Mode mode) {
    List<Holder> holders = Usage.of(session, volume);
    if (!holders.isEmpty()) {
      String users = holders.stream().map(Holder::toString).collect(Collectors.joining(", "));
      throw inUse(volume, users, holders, mode);
    }
  }

  private InUseException inUse(VolumeRecord volume, String users, List<Holder> holders, Mode mode) {
    return new InUseException(
        Problem.tried(mode.word())
            .on(volume.resource())
            .in(session.name())
            .because("it is in use by " + users)
            .hint(Usage.hint(holders)),
        holders);
  }

  /** Somebody began to use it while the deletion was written down. */
  private void requireNotRefused(VolumeRecord helped, OperationRecord mine, Mode mode) {
    if (helped.operation(mine.id()).filter(o -> o.failure() == Reason.PROTECTED).isPresent()) {
      throw VolumeProtection.refusal(session, helped, mode.word());
    }
    Optional<OperationRecord> refused =
        helped.operation(mine.id()).filter(o -> o.failure() == Reason.IN_USE);
    if (refused.isPresent()) {
      List<Holder> holders = Usage.of(session, helped);
      if (holders.isEmpty()) {
        throw new ConflictException(
            Problem.tried(mode.word())
                .on(helped.resource())
                .in(session.name())
                .because("it was in use a moment ago, by " + refused.get().raw())
                .hint("try again"));
      }
      throw inUse(helped, String.valueOf(refused.get().raw()), holders, mode);
    }
  }

  /** The running deletion, else the last one. */
  private static Optional<OperationRecord> deletion(VolumeRecord record) {
    return record.operations().stream()
        .filter(o -> o.type() == OperationType.DELETE)
        .reduce((first, second) -> second);
  }

  private Optional<VolumeRecord> intent(
      VolumeRecord current, VolumeRecord known, OperationRecord mine, Mode mode) {
    if (!current.spec().id().equals(known.spec().id())) {
      return Optional.empty();
    }
    if (mode == Mode.RELEASE) {
      Releases.check(session, current);
    }
    Optional<OperationRecord> running = current.running(OperationType.DELETE);
    if (current.deleting() || running.filter(VolumeSteps::committed).isPresent()) {
      return Optional.empty();
    }
    boolean inTrash = current.trash() != null;
    if (inTrash && mode != Mode.PURGE) {
      return Optional.empty();
    }
    if (current.custody().protection().isPresent()) {
      throw VolumeProtection.refusal(session, current, mode == Mode.PURGE ? "purge" : "delete");
    }
    if (running.isPresent()) {
      return Optional.empty();
    }
    Instant now = session.now();
    VolumeRecord settled = Settling.settle(current, now);
    if (mode == Mode.WHEN_DETACHED) {
      return Optional.of(settled.withOperation(mine));
    }
    requireUnused(current, mode);
    OperationRecord intent = mode == Mode.RELEASE ? mine.with(now, VolumeSteps.RELEASE, "") : mine;
    if (current.spec().kind() != VolumeKind.DRIVE) {
      String how = mode == Mode.PURGE ? VolumeSteps.FOR_GOOD : "";
      return Optional.of(settled.withOperation(intent.with(now, VolumeSteps.CHECKING, how)));
    }
    Optional<VolumeRecord> trashed =
        mode == Mode.DELETE
            ? VolumeSteps.trashing(session, settled, intent, now)
            : Optional.empty();
    return trashed.or(() -> Optional.of(VolumeSteps.committing(settled, intent, now)));
  }
}
