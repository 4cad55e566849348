package dev.mooring.spi;

import dev.mooring.volume.VolumeKind;

/**
 * What a backend may be able to do. Asking for more is an {@link
 * dev.mooring.error.UnsupportedException} that names the capability. {@code Region.capabilities()}
 * tells users the names.
 */
public enum Capability {
  /** Cloud drives. */
  DRIVES,
  /** Shared filesystems. */
  FILESYSTEMS,
  /** Object volumes. No backend of this version makes any. */
  OBJECTS,
  /** Claims of volumes for targets. */
  ATTACHING,
  /** Built-in instances. */
  INSTANCES,
  /** Scratch space in launches. */
  SCRATCH,
  /** Targets that only an object of a cluster can be: Deployments and StatefulSets. */
  WORKLOADS,
  /** Growing volumes. */
  RESIZING,
  /** Snapshots of volumes, and volumes made from snapshots and other volumes. */
  SNAPSHOTS,
  /**
   * Sizes that writing cannot exceed, where the profile's driver can: {@code Volume.enforcement()}
   * says what is so of one volume.
   */
  SIZE_ENFORCED,
  /**
   * Drives that only one pod at a time can use, by the backend's own fence, where the profile's
   * driver can: the drive's access mode is {@code READ_WRITE_ONCE_POD} then.
   */
  FENCED_WRITER,
  /** Storage classes that an administrator makes and checks. */
  STORAGE_CLASSES,
  /** Shares of filesystems in other namespaces, where the profile's driver can. */
  SHARING,
  /** A look at what fits nothing: {@code storage.admin().audit()}. */
  AUDIT,
  /** Reserved names: without it a region cannot be one of several of an account. */
  NAMES,
  /** Volumes that others made, adopted without their data, and given back. */
  ADOPTING,
  /** How much of volumes is used, where somebody measures it. */
  USAGE,
  /** Whether volumes can be used, as the backend itself sees it, beyond what records tell. */
  HEALTH;

  /** What a backend needs to have volumes of a kind. */
  public static Capability of(VolumeKind kind) {
    return switch (kind) {
      case DRIVE -> DRIVES;
      case FILESYSTEM -> FILESYSTEMS;
      case OBJECT -> OBJECTS;
    };
  }
}
