package dev.mooring.kubernetes.internal.provision;

import dev.mooring.error.ErrorCode;
import dev.mooring.error.Violation;
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
    return classes.find(name) instanceof StorageClasses.There there && !there.info().expands()
        ? List.of(
            Violation.of(
                    "size",
                    "the storage class "
                        + there.info().name()
                        + " does not let volumes grow (allowVolumeExpansion)")
                .as(ErrorCode.UNSUPPORTED))
        : List.of();
  }

  @Override
  public Optional<VolumeRecord> grow(VolumeRecord record) {
    return Optional.empty();
  }
}
