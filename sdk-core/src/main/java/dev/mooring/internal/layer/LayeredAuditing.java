package dev.mooring.internal.layer;

import dev.mooring.spi.Auditing;
import dev.mooring.spi.VolumeRecord;
import java.util.List;

/** Auditing behind layers. */
final class LayeredAuditing implements Auditing {
  private final Auditing delegate;
  private final Calls calls;

  LayeredAuditing(Auditing delegate, Calls calls) {
    this.delegate = delegate;
    this.calls = calls;
  }

  @Override
  public List<VolumeRecord> volumes() {
    return calls.call("volumes", "", delegate::volumes);
  }

  @Override
  public Audited look(Scope scope) {
    return calls.call("look", "", () -> delegate.look(scope));
  }

  @Override
  public String apply(Orphan orphan) {
    return calls.call("apply", orphan.resource(), () -> delegate.apply(orphan));
  }
}
