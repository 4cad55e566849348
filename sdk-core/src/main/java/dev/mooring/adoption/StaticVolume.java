package dev.mooring.adoption;

/**
 * Where a backend's driver finds data that is there already: a directory, an image, a share. Each
 * driver that Mooring knows has a typed one, such as {@code CephFsFolder}; {@link
 * StaticVolumeSpec#of} serves any driver. Immutable.
 */
@FunctionalInterface
public interface StaticVolume {
  /** What was described so far. */
  StaticVolumeSpec spec();
}
