package dev.mooring.internal.cost;

import dev.mooring.cost.BillingPolicy;
import dev.mooring.cost.Cost;
import dev.mooring.cost.CostLine;
import dev.mooring.cost.Money;
import dev.mooring.cost.PriceBook;
import dev.mooring.cost.Rate;
import dev.mooring.cost.RateUnit;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Prices volumes by the price book. */
public final class Estimates {
  /** What plans are priced for, whatever the month. */
  private static final Duration PLANNED = Duration.ofDays(30);

  private Estimates() {}

  /** What is priced: a volume by name, size, profile and region. */
  public record Priced(
      VolumeKind kind,
      String name,
      Capacity size,
      String profile,
      String region,
      String component) {}

  /** The cost of what is planned, for 30 days that begin with the UTC day of an instant. */
  public static Cost ofPlan(PriceBook book, List<Priced> volumes, Instant now) {
    return of(book, volumes, now, PLANNED);
  }

  /** The cost of volumes for a duration that begins with the UTC day of an instant. */
  public static Cost of(PriceBook book, List<Priced> volumes, Instant now, Duration duration) {
    Instant from = now.truncatedTo(ChronoUnit.DAYS);
    Instant to = from.plus(duration);
    return new Cost(
        book.currency(), from, to, volumes.stream().map(v -> line(book, v, from, to)).toList());
  }

  private static CostLine line(PriceBook book, Priced volume, Instant from, Instant to) {
    Optional<Rate> found = book.rateFor(volume.kind(), volume.profile(), volume.region());
    BillingPolicy policy = book.policy();
    String ref = new VolumeRef(volume.kind(), volume.name()).toString();
    if (found.isEmpty()) {
      BigDecimal gb = RateUnit.GB.quantity(volume.size());
      String missing =
          "no rate for "
              + volume.kind().word()
              + " profile="
              + volume.profile()
              + " region="
              + volume.region();
      return new CostLine(
          ref,
          volume.component(),
          gb,
          RateUnit.GB.symbol(),
          null,
          null,
          null,
          policy.name(),
          missing);
    }
    Rate rate = found.get();
    return new CostLine(
        ref,
        volume.component(),
        rate.unit().quantity(volume.size()),
        rate.unit().symbol(),
        new Money(rate.perMonth(), book.currency()),
        new Money(policy.charge(rate, volume.size(), from, to), book.currency()),
        new Money(policy.perMonth(rate, volume.size()), book.currency()),
        policy.name(),
        rate.source());
  }
}
