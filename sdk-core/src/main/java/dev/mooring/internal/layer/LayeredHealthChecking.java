package dev.mooring.internal.layer;

import dev.mooring.spi.HealthChecking;
import dev.mooring.spi.VolumeRecord;

/** Checking of health behind layers. */
final class LayeredHealthChecking implements HealthChecking {
  private final HealthChecking delegate;
  private final Calls calls;

  LayeredHealthChecking(HealthChecking delegate, Calls calls) {
    this.delegate = delegate;
    this.calls = calls;
  }

  @Override
  public Checked check(VolumeRecord record) {
    return calls.call("check", record.key(), () -> delegate.check(record), record);
  }
}
