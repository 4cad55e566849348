package dev.mooring.kubernetes.internal.driver;

import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import java.util.EnumSet;
import java.util.Set;

/** ceph-csi's block images: a filesystem of its size, on one node at a time. */
final class CephRbd implements CsiDriver {
  @Override
  public String name() {
    return "Ceph RBD";
  }

  @Override
  public boolean serves(String provisioner) {
    return CsiDriver.named(provisioner, "rbd.csi.ceph.com");
  }

  @Override
  public Set<AccessMode> accessModes() {
    return EnumSet.of(
        AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_ONCE_POD, AccessMode.READ_ONLY_MANY);
  }

  @Override
  public SizeEnforcement enforcement() {
    return SizeEnforcement.HARD;
  }
}
