package dev.mooring.internal.layer;

import dev.mooring.error.Violation;
import dev.mooring.spi.Resizing;
import dev.mooring.spi.VolumeRecord;
import java.util.List;
import java.util.Optional;

/** Growth behind layers. */
final class LayeredResizing implements Resizing {
  private final Resizing delegate;
  private final Calls calls;

  LayeredResizing(Resizing delegate, Calls calls) {
    this.delegate = delegate;
    this.calls = calls;
  }

  @Override
  public List<Violation> check(VolumeRecord record, long sizeBytes) {
    return calls.call("check", record.key(), () -> delegate.check(record, sizeBytes), record);
  }

  @Override
  public Optional<VolumeRecord> grow(VolumeRecord record) {
    return calls.call("grow", record.key(), () -> delegate.grow(record), record);
  }
}
