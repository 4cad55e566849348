package dev.mooring.kubernetes.internal.provision;

import dev.mooring.kubernetes.internal.driver.CsiDriver;
import dev.mooring.volume.AccessMode;
import org.jspecify.annotations.Nullable;

/** What things are called in Kubernetes' own terms. */
public final class KubernetesWords {
  private KubernetesWords() {}

  /**
   * A volume of a driver, for example {@code PV/PVC on CephFS (RWX)}.
   *
   * @param provisioner the driver's own name, for one that is not known; may be empty
   */
  public static String of(CsiDriver driver, String provisioner, @Nullable AccessMode mode) {
    String on = driver.isKnown() ? driver.name() : provisioner;
    return "PV/PVC"
        + (on.isEmpty() ? "" : " on " + on)
        + (mode == null ? "" : " (" + mode.abbreviation() + ")");
  }
}
