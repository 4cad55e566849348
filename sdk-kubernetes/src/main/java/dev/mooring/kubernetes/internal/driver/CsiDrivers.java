package dev.mooring.kubernetes.internal.driver;

import dev.mooring.kubernetes.csi.ExternalCsi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All drivers that the SDK knows: those that somebody described, then its own. Immutable. */
public final class CsiDrivers {
  private static final List<CsiDriver> OWN =
      List.of(new CephRbd(), new CephFs(), new JuiceFs(), new Nfs(), new Longhorn());

  private final List<CsiDriver> known;

  /** The SDK's own drivers and these, which come first: who runs a driver knows it better. */
  public CsiDrivers(List<ExternalCsi> described) {
    List<CsiDriver> all = new ArrayList<>();
    described.forEach(driver -> all.add(new DescribedCsi(driver)));
    all.addAll(OWN);
    this.known = List.copyOf(all);
  }

  /** The driver of a provisioner's name; one that promises nothing when it is not known. */
  public CsiDriver of(@Nullable String provisioner) {
    if (provisioner == null) {
      return new UnknownCsi("unknown");
    }
    return known.stream()
        .filter(driver -> driver.serves(provisioner))
        .findFirst()
        .orElseGet(() -> new UnknownCsi(provisioner));
  }

  /** The SDK's own drivers. */
  public static List<CsiDriver> own() {
    return OWN;
  }
}
