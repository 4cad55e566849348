package dev.mooring.internal.attach;

import dev.mooring.drive.CloudDrives;
import dev.mooring.filesystem.SharedFilesystems;
import dev.mooring.sized.SizedVolume;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeRef;

/**
 * The account's volumes that a launch may create or wait for.
 *
 * @param drives its drives
 * @param filesystems its filesystems
 */
public record Mountables(CloudDrives drives, SharedFilesystems filesystems) {
  /** The volume that a reference with a kind names. */
  SizedVolume<?> named(VolumeRef volume) {
    return volume.kind() == VolumeKind.FILESYSTEM
        ? filesystems.named(volume.name())
        : drives.named(volume.name());
  }
}
