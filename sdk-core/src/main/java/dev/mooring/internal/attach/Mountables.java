package dev.mooring.internal.attach;

import dev.mooring.drive.CloudDrives;
import dev.mooring.drive.CreateDrive;
import dev.mooring.filesystem.CreateFilesystem;
import dev.mooring.filesystem.SharedFilesystems;
import dev.mooring.sized.CreateSizedVolume;
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
  /** Creates a volume of the kind that is asked for. */
  SizedVolume<?> create(CreateSizedVolume<?> request) {
    if (request instanceof CreateFilesystem filesystem) {
      return filesystems.create(filesystem);
    }
    if (request instanceof CreateDrive drive) {
      return drives.create(drive);
    }
    throw new IllegalArgumentException("no launch creates a volume of kind " + request.kind());
  }

  /** The volume that a reference with a kind names. */
  SizedVolume<?> named(VolumeRef volume) {
    return volume.kind() == VolumeKind.FILESYSTEM
        ? filesystems.named(volume.name())
        : drives.named(volume.name());
  }
}
