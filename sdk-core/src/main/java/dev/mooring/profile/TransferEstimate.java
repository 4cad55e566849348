package dev.mooring.profile;

import dev.mooring.volume.Capacity;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long it takes one client to copy bytes, from what is declared of both ends. The least is when
 * reading and writing overlap, as fast as the slower end; the most is when they take turns. Both
 * are for large files: small ones take longer than their bytes.
 *
 * @param bytes how much
 * @param atLeast the shortest time, or null when nothing is declared
 * @param atMost the longest time, or null when something is not known
 * @param basis what it was reckoned from, in words
 * @param unknown what is not known, in words; empty when both ends are declared
 */
public record TransferEstimate(
    Capacity bytes,
    @Nullable Duration atLeast,
    @Nullable Duration atMost,
    List<String> basis,
    List<String> unknown) {
  /** Copies, and checks that nothing is missing. */
  public TransferEstimate {
    Objects.requireNonNull(bytes, "bytes");
    basis = List.copyOf(basis);
    unknown = List.copyOf(unknown);
  }

  /** The shortest time; empty when nothing is declared. */
  public Optional<Duration> atLeastIfKnown() {
    return Optional.ofNullable(atLeast);
  }

  /** The longest time; empty when something is not known. */
  public Optional<Duration> atMostIfKnown() {
    return Optional.ofNullable(atMost);
  }
}
