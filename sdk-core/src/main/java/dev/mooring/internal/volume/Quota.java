package dev.mooring.internal.volume;

import dev.mooring.config.Limits;
import dev.mooring.error.Problem;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.spi.Index;
import dev.mooring.spi.RecordPage;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.Capacity;
import java.util.Map;
import java.util.Optional;

/**
 * The region's quota of the configuration, summed over the account's volumes before anything is
 * made. A backend that can do so refuses atomically as well.
 */
public final class Quota {
  private Quota() {}

  /**
   * More than a quota allows.
   *
   * @param used bytes used
   * @param limit bytes allowed
   * @param asked bytes asked for
   */
  public record Excess(long used, long limit, long asked) {
    @Override
    public String toString() {
      return "the region's quota is "
          + Capacity.ofBytes(limit)
          + ", "
          + Capacity.ofBytes(used)
          + " are used, and "
          + Capacity.ofBytes(asked)
          + " are asked for";
    }

    /** The error that refuses it. */
    public QuotaExceededException refusal(Problem problem) {
      return new QuotaExceededException(
          problem.because(toString()).hint("delete something, or ask for a higher quota"),
          used,
          limit,
          asked);
    }
  }

  /** What would exceed the quota; empty when it fits or there is none. */
  public static Optional<Excess> excess(RegionSession session, long asked) {
    Limits limits = session.configuration().limits();
    if (limits.quotaIfSet().isEmpty()) {
      return Optional.empty();
    }
    long limit = limits.quotaIfSet().get().bytes();
    long used = used(session);
    return asked > limit - used ? Optional.of(new Excess(used, limit, asked)) : Optional.empty();
  }

  private static long used(RegionSession session) {
    long sum = 0;
    RecordQuery query = RecordQuery.where(Map.of(Index.ACCOUNT, session.account()));
    while (true) {
      RecordPage<VolumeRecord> page = session.volumes().list(query);
      for (VolumeRecord record : page.records()) {
        sum = Math.addExact(sum, record.spec().sizeBytes());
      }
      if (page.next().isEmpty()) {
        return sum;
      }
      query = query.next(page.next().get());
    }
  }
}
