package dev.mooring.attachment;

import dev.mooring.operation.Plan;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.Volume;
import dev.mooring.volume.VolumeRef;

/**
 * Volumes for one target: collected here, planned and applied together, all or nothing. It adds to
 * what a living target has already. Immutable: each method returns a longer request. Nothing is
 * checked before {@link #plan()}, which reports all violations at once.
 */
public interface LaunchRequest {
  /** Mounts a volume at its own default path. */
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

  /** Creates a drive of the region's default profile, unless it exists alike, and mounts it. */
  LaunchRequest createDrive(String name, Capacity size, String path);

  /** Adds scratch space: empty at the start, gone with the target. */
  LaunchRequest scratch(Capacity size, String path);

  /** Checks and prices everything; changes nothing. */
  Plan<Launch> plan();
}
