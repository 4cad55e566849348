package dev.mooring.embedded.internal;

import dev.mooring.spi.TargetMount;

/**
 * A volume that an instance mounts: written before the link appears, removed after it is gone.
 *
 * @param path where it appears
 * @param readOnly whether it is meant to be read only
 * @param token the life of the target that mounted it
 */
record MountFile(String path, boolean readOnly, String token) {
  static MountFile of(TargetMount mount, String token) {
    return new MountFile(mount.path().value(), mount.readOnly(), token);
  }
}
