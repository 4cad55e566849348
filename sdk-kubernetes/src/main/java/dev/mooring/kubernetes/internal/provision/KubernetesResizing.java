package dev.mooring.kubernetes.internal.provision;

import dev.mooring.error.ErrorCode;
import dev.mooring.error.Violation;
import dev.mooring.kubernetes.csi.Expansion;
import dev.mooring.kubernetes.internal.driver.CsiDriver;
import dev.mooring.spi.Resizing;
import dev.mooring.spi.VolumeRecord;
import java.util.List;
import java.util.Optional;

/** Growth is the cluster's: the claim asks for more, and the class's driver follows. */
public final class KubernetesResizing implements Resizing {
  private final StorageClasses classes;

  /** Checks against these classes. */
  public KubernetesResizing(StorageClasses classes) {
    this.classes = classes;
  }

  @Override
  public List<Violation> check(VolumeRecord record, long sizeBytes) {
    String name = record.spec().storageClass();
    if (name != null && name.isEmpty()) {
      return refused("a volume without a storage class never grows");
    }
    if (!(classes.find(name) instanceof StorageClasses.There there)) {
      return List.of();
    }
    CsiDriver driver = classes.driver(there.info().provisioner());
    if (driver.expansion() == Expansion.NONE) {
      return refused("volumes of " + driver.name() + " never grow");
    }
    return there.info().expands()
        ? List.of()
        : refused(
            "the storage class "
                + there.info().name()
                + " does not let volumes grow (allowVolumeExpansion)");
  }

  private static List<Violation> refused(String why) {
    return List.of(Violation.of("size", why).as(ErrorCode.UNSUPPORTED));
  }

  @Override
  public Optional<VolumeRecord> grow(VolumeRecord record) {
    return Optional.empty();
  }
}
