package dev.mooring.internal.sized;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import dev.mooring.filesystem.Share;
import dev.mooring.filesystem.ShareRequest;
import dev.mooring.filesystem.ShareState;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.validate.Names;
import dev.mooring.internal.validate.Refusals;
import dev.mooring.internal.validate.Violations;
import dev.mooring.internal.volume.Fates;
import dev.mooring.internal.volume.Helping;
import dev.mooring.internal.volume.Intents;
import dev.mooring.internal.volume.Records;
import dev.mooring.internal.volume.Settling;
import dev.mooring.internal.volume.ShareSteps;
import dev.mooring.internal.volume.VolumeSteps;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.Capability;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.ShareRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.ProvisioningState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shares a volume into another namespace: checked first, then listed in its record, which a
 * deletion swaps as well, so that neither passes the other; then made.
 */
final class ShareMaking {
  private final Sessions sessions;
  private final RegionSession session;
  private final VolumeRecord known;
  private final ShareRequest request;
  private final String claim;

  ShareMaking(Sessions sessions, RegionSession session, VolumeRecord known, ShareRequest request) {
    this.sessions = sessions;
    this.session = session;
    this.known = known;
    this.request = request;
    this.claim = request.claim() == null ? known.spec().name() : request.claim();
  }

  private Problem problem() {
    return Problem.tried("share").on(known.resource()).in(session.name());
  }

  Operation<Share> start() {
    session.require(Capability.SHARING, "share", known.resource());
    Violations words = new Violations();
    Names.check(words, "namespace", request.namespace(), Names.LONGEST);
    Names.check(words, "claim", claim, Names.LONGEST);
    refuse(words.list());
    VolumeRecord current =
        session
            .volumes()
            .get(known.key())
            .filter(this::same)
            .flatMap(r -> VolumeSteps.help(session, r))
            .filter(this::same)
            .orElseThrow(this::gone);
    refuse(standsAgainst(current));
    OperationRecord mine = Intents.begin(session, known.spec(), OperationType.SHARE);
    ShareRecord wanted =
        new ShareRecord(
            ShareRecord.randomId(),
            request.namespace(),
            claim,
            request.readOnly(),
            ShareState.MAKING,
            session.now(),
            mine.id());
    if (there(current).isEmpty()) {
      refuse(session.sharing().check(current, wanted));
    }
    VolumeRecord stored =
        Records.update(session.volumes(), current, record -> intent(record, wanted, mine))
            .orElseThrow(this::gone);
    ShareRecord share = there(stored).orElse(wanted);
    OperationRecord operation =
        stored
            .operation(share.operation())
            .orElse(mine.ended(OperationState.SUCCEEDED, session.now(), "it is shared already"));
    return begun(stored, share, operation);
  }

  private Operation<Share> begun(
      VolumeRecord stored, ShareRecord share, OperationRecord operation) {
    try {
      return new ShareSubject(sessions, session, stored, share, operation).operation().poll();
    } catch (AccessDeniedException e) {
      // Who asked for it may not make it: it is not left for somebody who may.
      withdraw(stored, share, e);
      throw e;
    }
  }

  private void withdraw(VolumeRecord stored, ShareRecord share, AccessDeniedException e) {
    Optional<VolumeRecord> unused =
        Records.update(
                session.volumes(),
                stored,
                record ->
                    record
                        .share(share.id())
                        .filter(s -> s.state() == ShareState.MAKING)
                        .map(s -> ShareSteps.failing(record, s, e, session.now())))
            .flatMap(r -> Helping.byTheWay(r, () -> ShareSteps.help(session, r)));
  }

  private boolean same(VolumeRecord record) {
    return record.spec().id().equals(known.spec().id());
  }

  private NotFoundException gone() {
    return new NotFoundException(problem().because("there is no such filesystem any more"));
  }

  private void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw Refusals.of(problem(), violations, List.of());
    }
  }

  private Optional<ShareRecord> there(VolumeRecord record) {
    return record.shares().stream()
        .filter(share -> share.namespace().equals(request.namespace()))
        .findFirst();
  }

  /** What of the volume's own state stands against it. */
  private List<Violation> standsAgainst(VolumeRecord record) {
    List<String> why = new ArrayList<>();
    if (record.leaving()) {
      why.add("the filesystem " + Fates.leaving(record));
    } else if (record.provisioned().state() != ProvisioningState.AVAILABLE) {
      why.add("the filesystem is " + record.provisioned().state() + ": wait until it is made");
    }
    there(record)
        .filter(share -> share.state() == ShareState.REVOKING)
        .ifPresent(share -> why.add("its share " + share.place() + " is being revoked: wait"));
    there(record)
        .filter(share -> share.state() != ShareState.REVOKING)
        .filter(share -> !share.claim().equals(claim) || share.readOnly() != request.readOnly())
        .ifPresent(
            share ->
                why.add(
                    "it is shared into the namespace already, as "
                        + share.place()
                        + (share.readOnly() ? ", read-only" : ", read and write")
                        + ": revoke that first"));
    return why.stream()
        .map(words -> Violation.of("namespace", words).as(ErrorCode.CONFLICT))
        .toList();
  }

  private Optional<VolumeRecord> intent(
      VolumeRecord current, ShareRecord wanted, OperationRecord mine) {
    if (!same(current)) {
      throw new ConflictException(problem().because("it was deleted meanwhile"));
    }
    refuse(standsAgainst(current));
    if (there(current).isPresent()) {
      return Optional.empty();
    }
    List<ShareRecord> shares = new ArrayList<>(current.shares());
    shares.add(wanted);
    return Optional.of(
        Settling.settle(current, session.now())
            .withShares(shares)
            .withOperation(mine.with(session.now(), ShareState.MAKING.name(), wanted.place())));
  }
}
