package dev.mooring.internal.layer;

import dev.mooring.spi.Describing;
import dev.mooring.spi.VolumeRecord;

/** Describing behind layers. */
final class LayeredDescribing implements Describing {
  private final Describing delegate;
  private final Calls calls;

  LayeredDescribing(Describing delegate, Calls calls) {
    this.delegate = delegate;
    this.calls = calls;
  }

  @Override
  public Described describe(VolumeRecord record) {
    return calls.call("describe", record.key(), () -> delegate.describe(record), record);
  }
}
