package dev.mooring.internal.profile;

import dev.mooring.profile.TransferEstimate;
import dev.mooring.volume.Capacity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reckons how long a copy takes, from what is declared of its ends. */
final class TransferTime {
  private static final BigDecimal MB = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private TransferTime() {}

  static TransferEstimate of(Capacity bytes, TransferEnd from, TransferEnd to) {
    List<String> basis = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    BigDecimal reading = seconds(bytes, from.declared().readMBps(), from, "reads", basis, unknown);
    BigDecimal writing = seconds(bytes, to.declared().writeMBps(), to, "writes", basis, unknown);
    if (!from.region().equals(to.region())) {
      unknown.add(
          "what the line between the regions "
              + from.region()
              + " and "
              + to.region()
              + " carries");
    }
    BigDecimal least = reading == null ? writing : writing == null ? reading : reading.max(writing);
    BigDecimal most =
        reading == null || writing == null || !unknown.isEmpty() ? null : reading.add(writing);
    if (least != null) {
      basis.add("one client copies large files; small ones take longer than their bytes");
    }
    return new TransferEstimate(bytes, duration(least), duration(most), basis, unknown);
  }

  private static @Nullable BigDecimal seconds(
      Capacity bytes,
      @Nullable BigDecimal megabytes,
      TransferEnd end,
      String verb,
      List<String> basis,
      List<String> unknown) {
    if (megabytes == null) {
      unknown.add("how fast " + end.name() + " in " + end.region() + " " + verb);
      return null;
    }
    basis.add(
        end.name()
            + " in "
            + end.region()
            + " "
            + verb
            + " "
            + megabytes.toPlainString()
            + " MB/s for each client"
            + end.declaredOn());
    return BigDecimal.valueOf(bytes.bytes())
        .divide(megabytes.multiply(MB), 3, RoundingMode.CEILING);
  }

  /** In whole seconds, rounded up. */
  private static @Nullable Duration duration(@Nullable BigDecimal seconds) {
    return seconds == null
        ? null
        : Duration.ofSeconds(
            seconds.setScale(0, RoundingMode.CEILING).min(LONGEST).longValueExact());
  }
}
