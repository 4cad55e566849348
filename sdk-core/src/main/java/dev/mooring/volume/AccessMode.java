package dev.mooring.volume;

import java.util.Arrays;
import java.util.Optional;

/** Kubernetes' access modes, under their own names. */
public enum AccessMode {
  /** Read and write by the pods of one node. Does not fence two pods of one node. */
  READ_WRITE_ONCE("ReadWriteOnce", "RWO"),
  /** Read and write by one pod in the cluster. */
  READ_WRITE_ONCE_POD("ReadWriteOncePod", "RWOP"),
  /** Read and write by many nodes. */
  READ_WRITE_MANY("ReadWriteMany", "RWX"),
  /** Read by many nodes. */
  READ_ONLY_MANY("ReadOnlyMany", "ROX");

  private final String kubernetesName;
  private final String abbreviation;

  AccessMode(String kubernetesName, String abbreviation) {
    this.kubernetesName = kubernetesName;
    this.abbreviation = abbreviation;
  }

  /** The name in Kubernetes objects and in the configuration, for example {@code ReadWriteOnce}. */
  public String kubernetesName() {
    return kubernetesName;
  }

  /** The mode of this name in Kubernetes; empty when none has it. */
  public static Optional<AccessMode> ofKubernetesName(String name) {
    return Arrays.stream(values()).filter(mode -> mode.kubernetesName.equals(name)).findFirst();
  }

  /** The usual abbreviation, for example {@code RWO}. */
  public String abbreviation() {
    return abbreviation;
  }
}
