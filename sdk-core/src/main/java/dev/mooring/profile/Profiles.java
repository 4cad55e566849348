package dev.mooring.profile;

import dev.mooring.volume.Capacity;
import dev.mooring.volume.Volume;
import java.util.List;

/**
 * The profiles of the configuration, and whether they can be had: each call asks the backends. A
 * backend that cannot be asked is told as {@link Availability.State#UNKNOWN}, not thrown. What is
 * available to one who acts may not be to another: see {@link Profile#createBy}. Changes nothing.
 * Thread-safe.
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

  /**
   * Ranks the profiles of the default region for a use, with reasons: as configured, else home,
   * else the only one.
   *
   * <p>First come those that are known to be available, then those that the administrator's {@code
   * bestFor} names for it, then the kinds and lanes of the use in their order, then what counts for
   * it ({@link UseCase#measure}) as far as the administrator declares it, then the price, then the
   * default; else the order of the configuration.
   *
   * @throws dev.mooring.error.InvalidRequestException when there is no default region
   */
  Recommendation recommend(UseCase use);

  /**
   * Ranks the profiles of a region for a use.
   *
   * @throws dev.mooring.error.InvalidRequestException when there is no such region, with the
   *     nearest names
   */
  Recommendation recommend(UseCase use, String region);

  /**
   * How long it takes one client to copy bytes from volumes of one profile to those of another,
   * from what their administrators declare under {@code expected}. Measured samples do not count.
   * Asks no backend.
   */
  TransferEstimate estimateTransfer(Capacity bytes, ProfileOffer from, ProfileOffer to);

  /**
   * The same between two volumes: by their profiles, as far as the configuration still has them.
   * Asks no backend.
   */
  TransferEstimate estimateTransfer(Capacity bytes, Volume from, Volume to);
}
