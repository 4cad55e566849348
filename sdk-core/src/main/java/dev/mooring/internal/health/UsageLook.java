package dev.mooring.internal.health;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.spi.UsageSampling;
import dev.mooring.spi.UsageSampling.Sampled;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.ProvisioningState;

/** Asks how much of a volume is used, and says why when nobody can know. */
public final class UsageLook {
  private UsageLook() {}

  /** The newest sample of a volume, or why there is none. */
  public static Sampled of(RegionSession session, VolumeRecord record) {
    if (record.provisioned().state() != ProvisioningState.AVAILABLE) {
      return Sampled.unknown("it is not made yet, or not there any more");
    }
    return session
        .backend()
        .ability(UsageSampling.class)
        .map(ability -> ability.sample(record))
        .orElseGet(
            () -> Sampled.unknown("the backend '" + session.backendId() + "' does not measure it"));
  }
}
