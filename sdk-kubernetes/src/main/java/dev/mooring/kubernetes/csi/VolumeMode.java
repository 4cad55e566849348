package dev.mooring.kubernetes.csi;

/** How a volume appears in a pod. Mooring makes filesystems only. */
public enum VolumeMode {
  /** A mounted filesystem. */
  FILESYSTEM("Filesystem"),
  /** A raw block device. */
  BLOCK("Block");

  private final String kubernetesName;

  VolumeMode(String kubernetesName) {
    this.kubernetesName = kubernetesName;
  }

  /** The name in Kubernetes objects and in the configuration, for example {@code Filesystem}. */
  public String kubernetesName() {
    return kubernetesName;
  }
}
