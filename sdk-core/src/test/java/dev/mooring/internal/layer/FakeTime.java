package dev.mooring.internal.layer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only by sleeping, and chance that is fixed. */
final class FakeTime {
  final List<Duration> slept = new ArrayList<>();
  double chance = 0.5;
  private long nanos;

  Timing timing() {
    return new Timing(
        () -> nanos,
        duration -> {
          slept.add(duration);
          pass(duration);
        },
        () -> chance);
  }

  void pass(Duration duration) {
    nanos += duration.toNanos();
  }
}
