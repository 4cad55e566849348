package dev.mooring.internal.layer;

import dev.mooring.profile.Availability;
import dev.mooring.profile.Features;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Feasibility;
import dev.mooring.spi.Provisioning;
import dev.mooring.spi.Remains;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.volume.AccessMode;
import java.util.Optional;

/** Provisioning behind layers. */
final class LayeredProvisioning implements Provisioning {
  private final Provisioning delegate;
  private final Calls calls;

  LayeredProvisioning(Provisioning delegate, Calls calls) {
    this.delegate = delegate;
    this.calls = calls;
  }

  @Override
  public Feasibility check(Profile profile, VolumeSpec spec) {
    return calls.call("check", spec.ref().toString(), () -> delegate.check(profile, spec));
  }

  @Override
  public Optional<VolumeRecord> advance(VolumeRecord record) {
    return calls.call("advance", record.key(), () -> delegate.advance(record), record);
  }

  @Override
  public void destroy(VolumeRecord record) {
    calls.run("destroy", record.key(), () -> delegate.destroy(record), record);
  }

  @Override
  public Remains remains(VolumeRecord record) {
    return calls.call("remains", record.key(), () -> delegate.remains(record), record);
  }

  @Override
  public Availability availability(Profile profile) {
    return calls.call("availability", profile.name(), () -> delegate.availability(profile));
  }

  @Override
  public Features features(Profile profile) {
    return calls.call("features", profile.name(), () -> delegate.features(profile));
  }

  @Override
  public Optional<AccessMode> accessMode(Profile profile) {
    return calls.call("accessMode", profile.name(), () -> delegate.accessMode(profile));
  }
}
