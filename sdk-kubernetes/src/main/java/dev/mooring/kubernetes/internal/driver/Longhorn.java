package dev.mooring.kubernetes.internal.driver;

import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import java.util.EnumSet;
import java.util.Set;

/** Longhorn's replicated images; shared ones go through its own NFS server. */
final class Longhorn implements CsiDriver {
  @Override
  public String name() {
    return "Longhorn";
  }

  @Override
  public boolean serves(String provisioner) {
    return CsiDriver.named(provisioner, "driver.longhorn.io");
  }

  @Override
  public Set<AccessMode> accessModes() {
    return EnumSet.allOf(AccessMode.class);
  }

  @Override
  public SizeEnforcement enforcement() {
    return SizeEnforcement.HARD;
  }
}
