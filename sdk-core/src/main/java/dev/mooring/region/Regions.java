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
   * Connects to everything and checks it: connection, rights, and what the profiles need; changes
   * nothing. Failures are lines, not exceptions. At least one line for each region.
   */
  List<Probe> check();
}
