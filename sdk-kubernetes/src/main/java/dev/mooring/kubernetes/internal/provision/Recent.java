package dev.mooring.kubernetes.internal.provision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something of the cluster that is read again when it is older than ten seconds. Thread-safe. */
final class Recent<T> {
  private static final Duration KEPT = Duration.ofSeconds(10);

  private final Clock clock;
  private final Supplier<T> read;
  private @Nullable T last;
  private Instant readAt = Instant.MIN;

  Recent(Clock clock, Supplier<T> read) {
    this.clock = clock;
    this.read = read;
  }

  synchronized T get() {
    Instant now = clock.instant();
    T known = last;
    if (known == null || Duration.between(readAt, now).abs().compareTo(KEPT) > 0) {
      known = read.get();
      last = known;
      readAt = now;
    }
    return known;
  }
}
