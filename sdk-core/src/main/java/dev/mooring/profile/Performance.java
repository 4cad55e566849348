package dev.mooring.profile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How fast one client is. What is not known is null, never 0.
 *
 * @param readMBps how fast it reads, in MB/s (10^6 bytes)
 * @param writeMBps how fast it writes, in MB/s
 * @param readIops how many reads it does in a second
 * @param writeIops how many writes it does in a second
 * @param readLatency how long a read takes
 * @param writeLatency how long a write takes
 */
public record Performance(
    @Nullable BigDecimal readMBps,
    @Nullable BigDecimal writeMBps,
    @Nullable BigDecimal readIops,
    @Nullable BigDecimal writeIops,
    @Nullable Latency readLatency,
    @Nullable Latency writeLatency) {
  /** Nothing is known. */
  public static final Performance UNKNOWN = new Performance(null, null, null, null, null, null);

  /** How fast one client reads and writes, in MB/s; nothing else is known. */
  public static Performance ofThroughput(String readMBps, String writeMBps) {
    return new Performance(
        new BigDecimal(readMBps), new BigDecimal(writeMBps), null, null, null, null);
  }

  /** The figure of a measure; empty when it is not known, and for the price. */
  public Optional<BigDecimal> figure(Measure measure) {
    return switch (measure) {
      case READING -> Optional.ofNullable(readMBps);
      case WRITING -> Optional.ofNullable(writeMBps);
      case OPERATIONS -> Optional.ofNullable(readIops);
      case LATENCY -> Optional.ofNullable(readLatency).flatMap(Latency::averageIfKnown);
      case PRICE -> Optional.empty();
    };
  }

  /** For example {@code reads 150 MB/s, writes 130 MB/s}; empty when nothing is known. */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    add(words, "reads ", readMBps, " MB/s");
    add(words, "writes ", writeMBps, " MB/s");
    add(words, "", readIops, " reads a second");
    add(words, "", writeIops, " writes a second");
    if (readLatency != null) {
      words.add("a read takes " + readLatency);
    }
    if (writeLatency != null) {
      words.add("a write takes " + writeLatency);
    }
    return String.join(", ", words);
  }

  private static void add(
      List<String> words, String before, @Nullable BigDecimal figure, String after) {
    if (figure != null) {
      words.add(before + figure.toPlainString() + after);
    }
  }
}
