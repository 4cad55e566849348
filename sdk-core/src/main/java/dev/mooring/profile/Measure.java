package dev.mooring.profile;

/**
 * What makes one profile better than another for a use: a figure that its administrator declares
 * under {@code expected.perClient}, or the price.
 */
public enum Measure {
  /** How fast one client reads: {@code readMBps}. */
  READING("reads", "MB/s", true),
  /** How fast one client writes: {@code writeMBps}. */
  WRITING("writes", "MB/s", true),
  /** How many reads one client does in a second: {@code readIops}. */
  OPERATIONS("reads", "a second", true),
  /** How long one read takes: {@code readLatencyMs.avg}, or {@code readLatencyMs}. */
  LATENCY("reads in", "ms", false),
  /** The price alone. */
  PRICE("costs", "", false);

  private final String verb;
  private final String unit;
  private final boolean moreIsBetter;

  Measure(String verb, String unit, boolean moreIsBetter) {
    this.verb = verb;
    this.unit = unit;
    this.moreIsBetter = moreIsBetter;
  }

  /** Whether the greater figure is the better one. */
  public boolean moreIsBetter() {
    return moreIsBetter;
  }

  /** A figure in words, for example {@code writes 130 MB/s}. */
  public String words(String figure) {
    return verb + " " + figure + " " + unit;
  }
}
