package dev.mooring.internal.volume;

import dev.mooring.error.ConflictException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnsupportedException;
import dev.mooring.filesystem.ShareState;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.ShareRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * Does what is missing of a volume's shares, from what its record lists. Whoever looks may call it,
 * in any process and at once. A share is listed before its first effect and until its last one is
 * undone; whoever was so slow that it is not listed any more when his effect is there takes that
 * away himself, and if he dies before, recovery does.
 */
public final class ShareSteps {
  private ShareSteps() {}

  /**
   * Helps all shares; returns the record as it is then, or empty when it is gone.
   *
   * @throws StorageException what stood against one of them, after the others were helped
   */
  public static Optional<VolumeRecord> help(RegionSession session, VolumeRecord record) {
    return record.deleting() || record.shares().stream().noneMatch(ShareRecord::moving)
        ? Optional.of(record)
        : session.locks().with(record.key(), () -> all(session, record));
  }

  private static Optional<VolumeRecord> all(RegionSession session, VolumeRecord first) {
    Optional<VolumeRecord> current = Optional.of(first);
    StorageException trouble = null;
    for (ShareRecord share : first.shares()) {
      if (share.moving() && current.isPresent()) {
        try {
          current = one(session, current.get(), share.id());
        } catch (StorageException e) {
          trouble = e;
          current = session.volumes().get(first.key());
        }
      }
    }
    if (trouble != null) {
      throw trouble;
    }
    return current;
  }

  private static Optional<VolumeRecord> one(
      RegionSession session, VolumeRecord first, String shareId) {
    Optional<VolumeRecord> current = Optional.of(first);
    StorageException failure = null;
    while (true) {
      Optional<ShareRecord> share = listed(current, first, shareId).filter(ShareRecord::moving);
      if (current.isEmpty() || share.isEmpty()) {
        break;
      }
      VolumeRecord record = current.get();
      Optional<VolumeRecord> next;
      try {
        next =
            share.get().state() == ShareState.MAKING
                ? make(session, record, share.get())
                : revoke(session, record, share.get());
      } catch (StorageException e) {
        if (share.get().state() != ShareState.MAKING || !lasting(e)) {
          throw e;
        }
        failure = e;
        next = Optional.of(failing(record, share.get(), e, session.now()));
      }
      if (next.isEmpty()) {
        break;
      }
      Optional<VolumeRecord> stored = session.volumes().swap(next.get());
      current = stored.isPresent() ? stored : session.volumes().get(first.key());
      if (stored.isEmpty() && listed(current, first, shareId).isEmpty()) {
        boolean unused = session.sharing().revoke(share.get());
      }
    }
    if (failure != null) {
      throw failure;
    }
    return current;
  }

  private static Optional<ShareRecord> listed(
      Optional<VolumeRecord> record, VolumeRecord volume, String shareId) {
    return record
        .filter(r -> r.spec().id().equals(volume.spec().id()) && !r.deleting())
        .flatMap(r -> r.share(shareId));
  }

  private static Optional<VolumeRecord> make(
      RegionSession session, VolumeRecord record, ShareRecord share) {
    if (session.sharing().make(record, share)) {
      ShareRecord made = share.to(ShareState.MADE, session.now(), share.operation());
      return Optional.of(ended(record.withShare(made), share, session.now()));
    }
    if (listed(session.volumes().get(record.key()), record, share.id()).isEmpty()) {
      boolean unused = session.sharing().revoke(share);
    }
    return Optional.empty();
  }

  private static Optional<VolumeRecord> revoke(
      RegionSession session, VolumeRecord record, ShareRecord share) {
    return session.sharing().revoke(share)
        ? Optional.of(ended(record.withoutShare(share.id()), share, session.now()))
        : Optional.empty();
  }

  private static VolumeRecord ended(VolumeRecord record, ShareRecord share, Instant now) {
    return record
        .operation(share.operation())
        .filter(OperationRecord::running)
        .map(o -> record.withOperation(o.ended(OperationState.SUCCEEDED, now, "")))
        .orElse(record);
  }

  /** Whether trying again would end the same; a lacking right may only be this client's. */
  private static boolean lasting(StorageException e) {
    return e instanceof ConflictException
        || e instanceof NotFoundException
        || e instanceof InvalidRequestException
        || e instanceof QuotaExceededException
        || e instanceof UnsupportedException;
  }

  /** The record with a share that cannot be made, and goes again. */
  public static VolumeRecord failing(
      VolumeRecord record, ShareRecord share, StorageException e, Instant now) {
    Reason why = e instanceof QuotaExceededException ? Reason.QUOTA : Reason.UNKNOWN;
    VolumeRecord going = record.withShare(share.to(ShareState.REVOKING, now, share.operation()));
    return record
        .operation(share.operation())
        .filter(OperationRecord::running)
        .map(o -> going.withOperation(o.failed(why, String.valueOf(e.getMessage()), now)))
        .orElse(going);
  }

  /** The record with a share that goes, and nobody makes any more. */
  public static VolumeRecord revoking(
      VolumeRecord record, ShareRecord share, OperationRecord operation, Instant now) {
    VolumeRecord going =
        record
            .withShare(share.to(ShareState.REVOKING, now, operation.id()))
            .withOperation(operation.with(now, ShareState.REVOKING.name(), share.place()));
    return record
        .operation(share.operation())
        .filter(o -> o.running() && o.type() == OperationType.SHARE)
        .map(
            o ->
                going.withOperation(
                    o.ended(OperationState.CANCELLED, now, "the share was revoked")))
        .orElse(going);
  }
}
