package dev.mooring.kubernetes.internal.driver;

import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import java.util.Set;

/**
 * What the SDK knows of a CSI driver. Adding a driver is one class and one line in {@link
 * CsiDrivers}.
 */
public interface CsiDriver {
  /** Its name, for people. */
  String name();

  /** Whether it serves a provisioner's name; Rook puts its namespace before the driver's. */
  boolean serves(String provisioner);

  /** The access modes of its filesystem volumes; empty when unknown. */
  Set<AccessMode> accessModes();

  /** What happens when more is written than the size. */
  SizeEnforcement enforcement();

  /** Whether it makes a volume as a copy of another; one that cannot may not even say so. */
  default boolean clones() {
    return true;
  }

  /** Whether a provisioner is this driver, alone or behind a namespace. */
  static boolean named(String provisioner, String driver) {
    return provisioner.equals(driver) || provisioner.endsWith("." + driver);
  }
}
