package dev.mooring.internal.layer;

import dev.mooring.spi.UsageSampling;
import dev.mooring.spi.VolumeRecord;

/** Sampling of usage behind layers. */
final class LayeredUsageSampling implements UsageSampling {
  private final UsageSampling delegate;
  private final Calls calls;

  LayeredUsageSampling(UsageSampling delegate, Calls calls) {
    this.delegate = delegate;
    this.calls = calls;
  }

  @Override
  public Sampled sample(VolumeRecord record) {
    return calls.call("sample", record.key(), () -> delegate.sample(record), record);
  }
}
