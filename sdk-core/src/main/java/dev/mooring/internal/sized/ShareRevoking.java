package dev.mooring.internal.sized;

import dev.mooring.error.Holder;
import dev.mooring.error.InUseException;
import dev.mooring.error.Problem;
import dev.mooring.filesystem.Share;
import dev.mooring.filesystem.ShareState;
import dev.mooring.internal.attach.Usage;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.Intents;
import dev.mooring.internal.volume.Records;
import dev.mooring.internal.volume.ShareSteps;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.ShareRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes a share away: refused while it is mounted, then the intent, then the effects. */
final class ShareRevoking {
  private final Sessions sessions;
  private final RegionSession session;
  private final VolumeRecord known;
  private final ShareRecord share;

  ShareRevoking(Sessions sessions, RegionSession session, VolumeRecord known, ShareRecord share) {
    this.sessions = sessions;
    this.session = session;
    this.known = known;
    this.share = share;
  }

  Operation<Share> start() {
    OperationRecord mine = Intents.begin(session, known.spec(), OperationType.UNSHARE);
    Optional<VolumeRecord> found = session.volumes().get(known.key()).filter(this::same);
    listed(found)
        .filter(s -> s.state() != ShareState.REVOKING)
        .ifPresent(s -> requireUnused(session.sharing().users(s)));
    Optional<VolumeRecord> stored =
        found
            .flatMap(r -> Records.update(session.volumes(), r, current -> intent(current, mine)))
            .filter(this::same);
    Optional<ShareRecord> going = listed(stored);
    if (stored.isEmpty() || going.isEmpty()) {
      OperationRecord over =
          mine.ended(OperationState.SUCCEEDED, session.now(), "it was gone already");
      return new ShareSubject(sessions, session, known, share, over).operation();
    }
    VolumeRecord record = stored.get();
    OperationRecord running =
        record.operation(going.get().operation()).filter(this::revokes).orElse(mine);
    return new ShareSubject(sessions, session, record, going.get(), running).operation().poll();
  }

  private boolean revokes(OperationRecord operation) {
    return operation.type() == OperationType.UNSHARE;
  }

  private boolean same(VolumeRecord record) {
    return record.spec().id().equals(known.spec().id());
  }

  private Optional<ShareRecord> listed(Optional<VolumeRecord> record) {
    return record.flatMap(r -> r.share(share.id()));
  }

  private Optional<VolumeRecord> intent(VolumeRecord current, OperationRecord mine) {
    Optional<ShareRecord> now = same(current) ? current.share(share.id()) : Optional.empty();
    // One that could not be made goes already; whoever revokes it waits for that as well.
    return now.filter(
            s ->
                s.state() != ShareState.REVOKING
                    || current.operation(s.operation()).filter(this::revokes).isEmpty())
        .map(s -> ShareSteps.revoking(current, s, mine, session.now()));
  }

  private void requireUnused(List<VolumeUser> users) {
    List<Holder> holders = users.stream().map(Usage::holder).toList();
    if (holders.isEmpty()) {
      return;
    }
    String words = holders.stream().map(Holder::toString).collect(Collectors.joining(", "));
    throw new InUseException(
        Problem.tried("revoke the share " + share.place())
            .on(known.resource())
            .in(session.name())
            .because("it is in use by " + words)
            .hint("end them in the namespace " + share.namespace() + ", then try again"),
        holders);
  }
}
