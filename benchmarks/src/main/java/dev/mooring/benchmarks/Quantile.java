package dev.mooring.benchmarks;

import java.util.Collection;

/** Figures of many runs that a slow one among them does not move. */
final class Quantile {
  private Quantile() {}

  /** The middle one; of an even number the lower of the two. */
  static long median(Collection<Long> figures) {
    return of(figures, 0.5);
  }

  /** The least figure that at least this share of all are not above; 0.99 for the 99th of 100. */
  static long of(Collection<Long> figures, double share) {
    int rank = Math.max(1, (int) Math.ceil(figures.size() * share));
    return figures.stream().sorted().skip(rank - 1).findFirst().orElseThrow();
  }
}
