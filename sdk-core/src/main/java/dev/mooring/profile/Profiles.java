package dev.mooring.profile;

import java.util.List;

/** The profiles of the configuration, and whether they can be had. Changes nothing. Thread-safe. */
public interface Profiles {
  /** All profiles of all regions. */
  List<ProfileOffer> list();

  /**
   * The profiles of a region.
   *
   * @throws dev.mooring.error.InvalidRequestException when there is no such region
   */
  List<ProfileOffer> list(String region);
}
