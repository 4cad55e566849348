package dev.mooring.cost;

import dev.mooring.volume.VolumeRequest;
import java.time.Duration;

/**
 * Prices of what does not exist yet, from the price book of the configuration. Asks no backend and
 * changes nothing. Thread-safe.
 */
public interface Prices {
  /** The price book in force. */
  PriceBook book();

  /**
   * What a request would cost for a duration that begins with the current UTC day.
   *
   * @throws dev.mooring.error.InvalidRequestException when the request breaks rules
   */
  Cost estimate(VolumeRequest request, Duration duration);
}
