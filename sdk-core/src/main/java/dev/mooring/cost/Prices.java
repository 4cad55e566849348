package dev.mooring.cost;

import dev.mooring.volume.VolumeRequest;
import java.time.Duration;

/**
 * Prices of what does not exist yet, from the price book of the configuration. Asks no backend and
 * changes nothing; days are those of this machine's clock, in UTC. Thread-safe.
 */
public interface Prices {
  /** The price book in force. */
  PriceBook book();

  /**
   * What a request would cost for a duration that begins with the current UTC day. A missing price
   * is a line that says so, and an incomplete total.
   *
   * @param request its region, profile and size count; names and the profile's limits are not
   *     checked
   * @param duration longer than nothing
   * @throws dev.mooring.error.InvalidRequestException when region, profile, size or duration break
   *     rules, with all violations
   */
  Cost estimate(VolumeRequest request, Duration duration);
}
