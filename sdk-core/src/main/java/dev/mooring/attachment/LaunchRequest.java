package dev.mooring.attachment;

import dev.mooring.operation.Plan;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.Volume;
import dev.mooring.volume.VolumeRef;

/**
 * Volumes for one target: collected here, planned and applied together, all or nothing. It adds to
 * what a living target has already. Immutable: each method returns a longer request. Nothing is
 * checked before {@link #plan()}, which reports all violations at once.
 *
 * <p>Paths follow the rules of {@link dev.mooring.volume.MountPath}; no mount of a target may be
 * at, above or below another's. A volume can be named once. A target has at most as many drives as
 * the region's limits say, 8 by default. A volume is found by its name when the plan is made.
 */
public interface LaunchRequest {
  /** Mounts a volume at its own default path; a violation where it has none. */
  LaunchRequest mount(Volume volume);

  /** Mounts a volume at a path. */
  LaunchRequest mount(Volume volume, String path);

  /** Mounts the volume with this name, whichever kind has it, at its default path. */
  LaunchRequest mount(String name);

  /** Mounts the volume with this name, whichever kind has it, at a path. */
  LaunchRequest mount(String name, String path);

  /** Mounts a volume at its default path. */
  LaunchRequest mount(VolumeRef volume);

  /** Mounts a volume at a path. */
  LaunchRequest mount(VolumeRef volume, String path);

  /** Mounts a volume read-only at a path. */
  LaunchRequest mountReadOnly(VolumeRef volume, String path);

  /** Mounts a volume read-only at its default path. */
  LaunchRequest mountReadOnly(VolumeRef volume);

  /**
   * Creates a drive of the region's default profile, unless one of this name and size exists, and
   * mounts it.
   *
   * @param size at least 1 GB
   */
  LaunchRequest createDrive(String name, Capacity size, String path);

  /**
   * Creates a filesystem of the region's default profile, unless one of this name exists with this
   * size, and mounts it.
   *
   * @param size at least 1 GB
   */
  LaunchRequest createFilesystem(String name, Capacity size, String path);

  /**
   * Adds all that a training needs: its datasets, its checkpoints and scratch space. The same as
   * mounting or creating the one and the other, and {@link #scratch}; planned, priced and applied
   * with the rest.
   */
  LaunchRequest trainingLayout(TrainingLayout layout);

  /**
   * Adds scratch space: empty at the start, gone with the target. It costs nothing.
   *
   * @param size at least 1 GB. On Kubernetes the cluster ends a pod that writes more; on embedded
   *     nothing enforces it
   */
  LaunchRequest scratch(Capacity size, String path);

  /**
   * Checks and prices everything; changes nothing.
   *
   * @throws dev.mooring.error.UnsupportedException when the region's backend cannot attach, or
   *     lacks scratch space, workloads or the kind of volume that is asked for
   */
  Plan<Launch> plan();
}
