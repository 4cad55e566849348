package dev.mooring.internal.layer;

import dev.mooring.profile.Profile;
import dev.mooring.region.QuotaUsage;
import dev.mooring.spi.Quotas;
import java.util.List;

/** Quotas behind layers. */
final class LayeredQuotas implements Quotas {
  private final Quotas delegate;
  private final Calls calls;

  LayeredQuotas(Quotas delegate, Calls calls) {
    this.delegate = delegate;
    this.calls = calls;
  }

  @Override
  public List<QuotaUsage> all() {
    return calls.call("all", "", delegate::all);
  }

  @Override
  public List<QuotaUsage> of(Profile profile) {
    return calls.call("of", profile.name(), () -> delegate.of(profile));
  }
}
