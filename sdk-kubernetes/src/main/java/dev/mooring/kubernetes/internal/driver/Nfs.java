package dev.mooring.kubernetes.internal.driver;

import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import java.util.EnumSet;
import java.util.Set;

/** A directory of an NFS server: nothing stops writing beyond the size. */
final class Nfs implements CsiDriver {
  @Override
  public String name() {
    return "NFS";
  }

  @Override
  public boolean serves(String provisioner) {
    return CsiDriver.named(provisioner, "nfs.csi.k8s.io");
  }

  @Override
  public Set<AccessMode> accessModes() {
    return EnumSet.allOf(AccessMode.class);
  }

  @Override
  public SizeEnforcement enforcement() {
    return SizeEnforcement.NONE;
  }
}
