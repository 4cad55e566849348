package dev.mooring.region;

import java.util.List;

/** The regions of the configuration. Thread-safe. */
public interface Regions {
  /** All regions, in the order of the configuration. */
  List<Region> list();

  /**
   * The region with this name.
   *
   * @throws dev.mooring.error.InvalidRequestException when there is none, with the nearest names
   */
  Region named(String name);

  /**
   * The region that requests go to which name none: as configured, else home, else the only one.
   *
   * @throws dev.mooring.error.InvalidRequestException when there is none
   */
  Region defaultRegion();

  /**
   * The quotas of a region as they are used now: those of the configuration (the region's, its
   * profiles'), and the backend's own, on Kubernetes those of ResourceQuotas. Empty when there are
   * none.
   *
   * @throws dev.mooring.error.InvalidRequestException when there is no such region
   * @throws dev.mooring.error.AccessDeniedException when this client may not read the backend's
   */
  List<QuotaUsage> quotas(String region);

  /**
   * Connects to everything and checks it: connection, rights, and what the profiles need; changes
   * nothing. Failures are lines, not exceptions. At least one line for each region.
   */
  List<Probe> check();
}
