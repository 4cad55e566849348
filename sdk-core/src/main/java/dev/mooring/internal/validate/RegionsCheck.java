package dev.mooring.internal.validate;

import dev.mooring.spi.Nearest;
import java.util.Collection;

/** Regions that requests name. */
public final class RegionsCheck {
  private RegionsCheck() {}

  /**
   * A region must be one of the configuration; otherwise the nearest is suggested and all are told.
   *
   * @return whether it is known
   */
  public static boolean check(
      Violations violations, String field, String region, Collection<String> known) {
    if (known.contains(region)) {
      return true;
    }
    violations.add(
        field,
        "there is no region " + Shown.of(region) + "; regions are " + String.join(", ", known),
        Nearest.of(region, known).orElse(null));
    return false;
  }
}
