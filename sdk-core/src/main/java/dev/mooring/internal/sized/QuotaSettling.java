package dev.mooring.internal.sized;

import dev.mooring.error.InUseException;
import dev.mooring.error.Problem;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.Growths;
import dev.mooring.internal.volume.Quota;
import dev.mooring.internal.volume.QuotaOrder;
import dev.mooring.internal.volume.Records;
import dev.mooring.internal.volume.Reservation;
import dev.mooring.internal.volume.VolumeSteps;
import dev.mooring.operation.OperationId;
import dev.mooring.spi.OperationRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.Reason;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sums again once a volume or a growth is stored, because those of one moment may all have passed
 * the sum before. In the order of creation time and id, who lies beyond a limit takes its own away
 * and is refused. Who lies within it waits until they are gone, for they may have looked before it
 * was there; if they stay, it goes itself. So everybody who passes has seen a sum within the limit
 * after its own volume was stored, and the last of them has seen all others.
 */
final class QuotaSettling {
  private static final Logger LOG = LoggerFactory.getLogger(QuotaSettling.class);
  private static final int MOST_LOOKS = 24;
  private static final long LONGEST_PAUSE_MILLIS = 500;

  private QuotaSettling() {}

  /**
   * Settles a volume that was stored just now.
   *
   * @throws QuotaExceededException when it lies beyond a limit; it is gone then, or on its way
   */
  static void settle(Sessions sessions, RegionSession session, VolumeRecord mine, Problem problem) {
    for (int look = 0; ; look++) {
      QuotaOrder.Look seen = QuotaOrder.look(session, QuotaOrder.Share.of(mine));
      Quota.Excess excess = seen.excess();
      if (excess == null) {
        return;
      }
      if (seen.verdict() == QuotaOrder.Verdict.BEYOND || look == MOST_LOOKS) {
        withdraw(sessions, session, mine);
        throw excess.refusal(problem);
      }
      pause(look);
    }
  }

  /**
   * Settles a growth that is stored: until it has begun, or goes.
   *
   * @return the record then, with whatever became of the growth meanwhile
   * @throws QuotaExceededException when it lies beyond a limit; nothing of it is left then
   */
  static Optional<VolumeRecord> settle(
      RegionSession session, VolumeRecord stored, OperationId id, long more, Problem problem) {
    Optional<VolumeRecord> current = VolumeSteps.help(session, stored);
    for (int look = 0;
        growth(current, id).filter(o -> o.at(Growths.RESERVED)).isPresent();
        look++) {
      if (look == MOST_LOOKS) {
        current = Records.update(session.volumes(), current.get(), r -> withdrawn(session, r, id));
        break;
      }
      pause(look);
      current = session.volumes().get(stored.key()).flatMap(r -> VolumeSteps.help(session, r));
    }
    Optional<OperationRecord> refused =
        growth(current, id).filter(o -> o.failure() == Reason.QUOTA && o.passed(Growths.RESERVED));
    if (refused.isPresent() && !refused.get().passed(Growths.RESIZING)) {
      throw refusal(session, stored, refused.get(), more, problem);
    }
    return current;
  }

  private static Optional<OperationRecord> growth(Optional<VolumeRecord> record, OperationId id) {
    return record.flatMap(r -> r.operation(id));
  }

  private static Optional<VolumeRecord> withdrawn(
      RegionSession session, VolumeRecord record, OperationId id) {
    return Growths.reserved(record)
        .filter(growth -> growth.id().equals(id))
        .map(
            growth ->
                Reservation.refused(session, record, growth, "others are beyond it, and stay"));
  }

  /** The figures as they are now; they may be others than those it was refused for. */
  private static QuotaExceededException refusal(
      RegionSession session,
      VolumeRecord stored,
      OperationRecord refused,
      long more,
      Problem problem) {
    return Quota.excess(session, stored.spec().profile(), more)
        .map(excess -> excess.refusal(problem))
        .orElseGet(
            () ->
                new QuotaExceededException(
                    problem
                        .because(String.valueOf(refused.raw()))
                        .hint("others asked at the same moment; try again"),
                    -1,
                    -1,
                    -1));
  }

  /** Takes a volume away that was stored just now. */
  static void withdraw(Sessions sessions, RegionSession session, VolumeRecord mine) {
    try {
      new VolumeDeletion(sessions, session).delete(mine, VolumeDeletion.Mode.PURGE);
    } catch (InUseException e) {
      // Somebody found it and uses it already: it goes when they are done.
      LOG.warn("{} has to go again and is in use already", mine.resource());
      new VolumeDeletion(sessions, session).delete(mine, VolumeDeletion.Mode.WHEN_DETACHED);
    }
  }

  private static void pause(int look) {
    long most = Math.min(LONGEST_PAUSE_MILLIS, 20L << Math.min(look, 6));
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most) * 1_000_000L);
  }
}
