package dev.mooring.kubernetes.internal.driver;

import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import java.util.EnumSet;
import java.util.Set;

/** JuiceFS: its quota shows sometimes only when a file is closed; it refuses ReadWriteOncePod. */
final class JuiceFs implements CsiDriver {
  @Override
  public String name() {
    return "JuiceFS";
  }

  @Override
  public boolean serves(String provisioner) {
    return CsiDriver.named(provisioner, "csi.juicefs.com");
  }

  @Override
  public Set<AccessMode> accessModes() {
    return EnumSet.of(
        AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_MANY, AccessMode.READ_ONLY_MANY);
  }

  @Override
  public SizeEnforcement enforcement() {
    return SizeEnforcement.SOFT;
  }

  /** It ignores the source, and makes an empty volume. */
  @Override
  public boolean clones() {
    return false;
  }
}
