package dev.mooring.internal.sized;

import dev.mooring.error.InUseException;
import dev.mooring.error.Problem;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.Quota;
import dev.mooring.internal.volume.QuotaLimit;
import dev.mooring.region.QuotaUsage;
import dev.mooring.spi.VolumeRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sums again once a volume is stored, because creations of one moment may all have passed the sum
 * before. In the order of creation time and id, who lies beyond a limit takes its own away and is
 * refused. Who lies within it waits until they are gone, for they may have looked before it was
 * there; if they stay, it goes itself. So everybody who passes has seen a sum within the limit
 * after its own volume was stored, and the last of them has seen all others.
 */
final class QuotaSettling {
  private static final Logger LOG = LoggerFactory.getLogger(QuotaSettling.class);
  private static final Comparator<VolumeRecord> ORDER =
      Comparator.comparing(VolumeRecord::createdAt).thenComparing(r -> r.spec().id().value());
  private static final int MOST_LOOKS = 24;
  private static final long LONGEST_PAUSE_MILLIS = 500;

  private QuotaSettling() {}

  /**
   * Settles a volume that was stored just now.
   *
   * @throws QuotaExceededException when it lies beyond a limit; it is gone then, or on its way
   */
  static void settle(Sessions sessions, RegionSession session, VolumeRecord mine, Problem problem) {
    List<QuotaLimit> limits = QuotaLimit.of(session, mine.spec().profile());
    if (limits.isEmpty()) {
      return;
    }
    for (int look = 0; ; look++) {
      List<VolumeRecord> counted =
          Quota.records(session).stream()
              .filter(record -> !record.leaving() || ORDER.compare(record, mine) < 0)
              .toList();
      List<VolumeRecord> before =
          counted.stream().filter(record -> ORDER.compare(record, mine) < 0).toList();
      Optional<QuotaLimit> over =
          limits.stream().filter(limit -> limit.used(counted) > limit.bytes()).findFirst();
      boolean beyond = limits.stream().anyMatch(limit -> !fits(limit, before, mine));
      if (over.isEmpty()) {
        return;
      }
      if (beyond || look == MOST_LOOKS) {
        QuotaLimit limit =
            limits.stream().filter(l -> !fits(l, before, mine)).findFirst().orElse(over.get());
        withdraw(sessions, session, mine);
        throw refusal(limit, beyond ? before : counted, mine, problem);
      }
      pause(look);
    }
  }

  private static boolean fits(QuotaLimit limit, List<VolumeRecord> before, VolumeRecord mine) {
    return limit.usage(before).fits(mine.spec().sizeBytes());
  }

  private static QuotaExceededException refusal(
      QuotaLimit limit, List<VolumeRecord> others, VolumeRecord mine, Problem problem) {
    List<VolumeRecord> without =
        others.stream().filter(r -> !r.spec().id().equals(mine.spec().id())).toList();
    QuotaUsage quota = limit.usage(without);
    return new Quota.Excess(quota, mine.spec().sizeBytes()).refusal(problem);
  }

  private static void withdraw(Sessions sessions, RegionSession session, VolumeRecord mine) {
    try {
      new VolumeDeletion(sessions, session).delete(mine, VolumeDeletion.Mode.PURGE);
    } catch (InUseException e) {
      // Somebody found it and uses it already: it goes when they are done.
      LOG.warn("{} lies beyond a quota and is in use already", mine.resource());
      new VolumeDeletion(sessions, session).delete(mine, VolumeDeletion.Mode.WHEN_DETACHED);
    }
  }

  private static void pause(int look) {
    long most = Math.min(LONGEST_PAUSE_MILLIS, 20L << Math.min(look, 6));
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most) * 1_000_000L);
  }
}
