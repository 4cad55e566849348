package dev.mooring.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * A volume is in the trash.
 *
 * @param since since when
 * @param until until when it can be restored
 */
public record Trash(Instant since, Instant until) {
  /** Checks that nothing is missing. */
  public Trash {
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(until, "until");
  }
}
