package dev.mooring.volume;

import java.time.Instant;
import java.util.Objects;

/**
 * A size that a volume was asked to have, and since when: what it is billed for.
 *
 * @param since since when, UTC
 * @param size the size
 */
public record SizeChange(Instant since, Capacity size) {
  /** Checks that nothing is missing. */
  public SizeChange {
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(size, "size");
  }
}
