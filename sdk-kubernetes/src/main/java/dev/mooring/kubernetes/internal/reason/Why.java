package dev.mooring.kubernetes.internal.reason;

import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import java.time.Instant;

/**
 * Why a claim waits.
 *
 * @param reason the stable name
 * @param raw the cluster's own words, without secrets
 * @param since since when
 * @param permanent whether it cannot get better by itself
 * @param provisioning whether the driver has begun
 */
public record Why(
    Reason reason, String raw, Instant since, boolean permanent, boolean provisioning) {
  /** The same as users see it. */
  public StatusReason status() {
    return new StatusReason(reason, raw, since);
  }
}
