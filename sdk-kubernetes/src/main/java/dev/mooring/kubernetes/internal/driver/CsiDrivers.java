package dev.mooring.kubernetes.internal.driver;

import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All drivers that the SDK knows. */
public final class CsiDrivers {
  private static final List<CsiDriver> KNOWN =
      List.of(new CephRbd(), new CephFs(), new JuiceFs(), new Nfs(), new Longhorn());

  private CsiDrivers() {}

  /** The driver of a provisioner's name; one that promises nothing when it is not known. */
  public static CsiDriver of(@Nullable String provisioner) {
    if (provisioner == null) {
      return new Unknown("unknown");
    }
    return KNOWN.stream()
        .filter(driver -> driver.serves(provisioner))
        .findFirst()
        .orElseGet(() -> new Unknown(provisioner));
  }

  /** A driver that nobody told the SDK about. */
  private record Unknown(String name) implements CsiDriver {
    @Override
    public boolean serves(String provisioner) {
      return true;
    }

    @Override
    public Set<AccessMode> accessModes() {
      return Set.of();
    }

    @Override
    public SizeEnforcement enforcement() {
      return SizeEnforcement.NONE;
    }
  }
}
