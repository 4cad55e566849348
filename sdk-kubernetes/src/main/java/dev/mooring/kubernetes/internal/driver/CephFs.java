package dev.mooring.kubernetes.internal.driver;

import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import java.util.EnumSet;
import java.util.Set;

/** ceph-csi's subvolumes: a directory with a quota, on all nodes. */
final class CephFs implements CsiDriver {
  @Override
  public String name() {
    return "CephFS";
  }

  @Override
  public boolean serves(String provisioner) {
    return CsiDriver.named(provisioner, "cephfs.csi.ceph.com");
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
