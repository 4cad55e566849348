package dev.mooring.internal.volume;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.spi.VolumeRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who comes first where a quota has not room for all. */
public final class QuotaOrder {
  private QuotaOrder() {}

  /**
   * What counts against a limit: a volume, or a growth that is only reserved yet.
   *
   * @param record the volume
   * @param since since when it counts
   * @param growth whether it is a growth: of one moment, volumes come first
   * @param id breaks ties
   * @param bytes how much
   */
  public record Share(VolumeRecord record, Instant since, boolean growth, String id, long bytes) {
    private static final Comparator<Share> ORDER =
        Comparator.comparing(Share::since).thenComparing(Share::growth).thenComparing(Share::id);

    /** A volume that was created, or adopted: its claim may be older than what it counts. */
    public static Share of(VolumeRecord record) {
      return new Share(
          record,
          record.custody().adoption().orElse(record.createdAt()),
          false,
          record.spec().id().value(),
          Growths.reserved(record).isPresent()
              ? record.sizeBefore().orElse(record.spec().sizeBytes())
              : record.spec().sizeBytes());
    }

    /** What a volume's growth has reserved. */
    static Optional<Share> ofGrowth(VolumeRecord record) {
      return Growths.reserved(record)
          .filter(growth -> record.sizeBefore().isPresent())
          .map(
              growth ->
                  new Share(
                      record,
                      growth.startedAt(),
                      true,
                      growth.id().value(),
                      record.spec().sizeBytes() - record.sizeBefore().getAsLong()));
    }

    private boolean isBefore(Share other) {
      return ORDER.compare(this, other) < 0;
    }
  }

  /** What a look came to. */
  public enum Verdict {
    /** All that counts fits. */
    FITS,
    /** Somebody else lies beyond a limit, and has not gone yet. */
    OTHERS_GO,
    /** The share itself lies beyond a limit. */
    BEYOND
  }

  /**
   * What a look saw.
   *
   * @param verdict what it came to
   * @param excess what is too much; null when all fits
   */
  public record Look(Verdict verdict, Quota.@Nullable Excess excess) {}

  /** Sums once, over everything that is stored now. */
  public static Look look(RegionSession session, Share mine) {
    List<QuotaLimit> limits = QuotaLimit.of(session, mine.record().spec().profile());
    if (limits.isEmpty()) {
      return new Look(Verdict.FITS, null);
    }
    List<Share> counted =
        shares(Quota.records(session)).stream()
            .filter(share -> !share.record().leaving() || share.isBefore(mine))
            .toList();
    Optional<QuotaLimit> over =
        limits.stream().filter(limit -> used(limit, counted) > limit.bytes()).findFirst();
    if (over.isEmpty()) {
      return new Look(Verdict.FITS, null);
    }
    List<Share> before = counted.stream().filter(share -> share.isBefore(mine)).toList();
    Optional<QuotaLimit> passed =
        limits.stream()
            .filter(limit -> !limit.usage(used(limit, before)).fits(mine.bytes()))
            .findFirst();
    if (passed.isPresent()) {
      return new Look(Verdict.BEYOND, excess(passed.get(), before, mine));
    }
    List<Share> others = counted.stream().filter(share -> !share.id().equals(mine.id())).toList();
    return new Look(Verdict.OTHERS_GO, excess(over.get(), others, mine));
  }

  private static Quota.Excess excess(QuotaLimit limit, List<Share> others, Share mine) {
    return new Quota.Excess(limit.usage(used(limit, others)), mine.bytes());
  }

  private static List<Share> shares(Collection<VolumeRecord> records) {
    List<Share> shares = new ArrayList<>();
    for (VolumeRecord record : records) {
      shares.add(Share.of(record));
      Share.ofGrowth(record).ifPresent(shares::add);
    }
    return shares;
  }

  private static long used(QuotaLimit limit, List<Share> shares) {
    return shares.stream()
        .filter(share -> limit.counts(share.record()))
        .collect(Collectors.reducing(0L, Share::bytes, QuotaOrder::sum));
  }

  /** Never more than a number can hold. */
  private static long sum(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }
}
