package dev.mooring.benchmarks;

import java.util.Collection;

/** The middle of several figures, which one slow run does not move. */
final class Median {
  private Median() {}

  /** The middle one; of an even number the lower of the two. */
  static long of(Collection<Long> figures) {
    return figures.stream().sorted().skip((figures.size() - 1) / 2).findFirst().orElseThrow();
  }
}
