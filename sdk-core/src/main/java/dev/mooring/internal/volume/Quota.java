package dev.mooring.internal.volume;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.Problem;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.profile.Profile;
import dev.mooring.region.QuotaUsage;
import dev.mooring.spi.Index;
import dev.mooring.spi.Quotas;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.VolumeRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The quotas of a region: those of the configuration, summed over the account's volumes before
 * anything is made, and the backend's own, which it enforces itself.
 */
public final class Quota {
  private Quota() {}

  /**
   * More than a quota allows.
   *
   * @param quota the quota and what is used of it
   * @param asked how much is asked for, in its unit
   */
  public record Excess(QuotaUsage quota, long asked) {
    @Override
    public String toString() {
      return quota.name()
          + " is "
          + quota.figure(quota.limit())
          + ", "
          + quota.figure(quota.used())
          + " are used, and "
          + quota.figure(asked)
          + " are asked for";
    }

    /** The error that refuses it; its figures are bytes. */
    public QuotaExceededException refusal(Problem problem) {
      boolean bytes = quota.unit() == QuotaUsage.Unit.BYTES;
      return new QuotaExceededException(
          problem.because(toString()).hint("delete something, or ask for a higher quota"),
          bytes ? quota.used() : -1,
          bytes ? quota.limit() : -1,
          bytes ? asked : -1);
    }
  }

  /** All quotas of a region, as they are used now. */
  public static List<QuotaUsage> all(RegionSession session) {
    List<QuotaUsage> all = new ArrayList<>();
    List<QuotaLimit> limits = QuotaLimit.all(session);
    if (!limits.isEmpty()) {
      List<VolumeRecord> records = records(session);
      limits.forEach(limit -> all.add(limit.usage(records)));
    }
    session.backend().ability(Quotas.class).ifPresent(backend -> all.addAll(backend.all()));
    return List.copyOf(all);
  }

  /** What would exceed a quota of the configuration; empty when it fits or there is none. */
  public static Optional<Excess> excess(RegionSession session, String profile, long asked) {
    List<QuotaLimit> limits = QuotaLimit.of(session, profile);
    if (limits.isEmpty()) {
      return Optional.empty();
    }
    List<VolumeRecord> records = records(session);
    return limits.stream()
        .map(limit -> limit.usage(records))
        .filter(quota -> !quota.fits(asked))
        .findFirst()
        .map(quota -> new Excess(quota, asked));
  }

  /**
   * What would exceed any quota, the backend's own included as far as this client may read them:
   * for plans, since the backend itself refuses the rest.
   *
   * @param volumes how many volumes more
   */
  public static Optional<Excess> planned(
      RegionSession session, String profile, long asked, long volumes) {
    return excess(session, profile, asked)
        .or(
            () ->
                ofBackend(session, profile).stream()
                    .map(quota -> new Excess(quota, more(quota, asked, volumes)))
                    .filter(excess -> !excess.quota().fits(excess.asked()))
                    // Bytes say more than numbers of objects.
                    .min(Comparator.comparing(excess -> excess.quota().unit())));
  }

  private static long more(QuotaUsage quota, long asked, long volumes) {
    return quota.unit() == QuotaUsage.Unit.BYTES ? asked : volumes;
  }

  private static List<QuotaUsage> ofBackend(RegionSession session, String profile) {
    Optional<Profile> known = session.profile(profile);
    Optional<Quotas> backend = session.backend().ability(Quotas.class);
    if (known.isEmpty() || backend.isEmpty()) {
      return List.of();
    }
    try {
      return backend.get().of(known.get());
    } catch (AccessDeniedException e) {
      return List.of(); // the backend will refuse by itself
    }
  }

  /** All volumes of the account in a region. */
  public static List<VolumeRecord> records(RegionSession session) {
    return VolumeListing.pages(
            RecordQuery.where(Map.of(Index.ACCOUNT, session.account())), session.volumes()::list)
        .flatMap(page -> page.records().stream())
        .toList();
  }
}
