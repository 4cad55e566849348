package dev.mooring.spi;

/**
 * What a backend may be able to do. Asking for more is an {@link
 * dev.mooring.error.UnsupportedException} that names the capability.
 */
public enum Capability {
  /** Cloud drives. */
  DRIVES,
  /** Shared filesystems. */
  FILESYSTEMS,
  /** Object volumes. */
  OBJECTS,
  /** Claims of volumes for targets. */
  ATTACHING,
  /** Built-in instances. */
  INSTANCES,
  /** Scratch space in launches. */
  SCRATCH,
  /** Targets that are workloads of the backend: deployments, jobs and the like. */
  WORKLOADS,
  /** Growing volumes. */
  RESIZING,
  /** Snapshots. */
  SNAPSHOTS,
  /** A size that writing cannot exceed. */
  SIZE_ENFORCED,
  /** Volumes that only one pod at a time can use, by the backend's own fence. */
  FENCED_WRITER
}
