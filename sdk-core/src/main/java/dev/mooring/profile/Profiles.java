package dev.mooring.profile;

import java.util.List;

/**
 * The profiles of the configuration, and whether they can be had: each call asks the backends. A
 * backend that cannot be asked is told as {@link Availability.State#UNKNOWN}, not thrown. Changes
 * nothing. Thread-safe.
 */
public interface Profiles {
  /** All profiles of all regions, in the order of the configuration. */
  List<ProfileOffer> list();

  /**
   * The profiles of a region, in the order of the configuration.
   *
   * @throws dev.mooring.error.InvalidRequestException when there is no such region, with the
   *     nearest names
   */
  List<ProfileOffer> list(String region);
}
