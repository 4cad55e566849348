package dev.mooring.internal.sized;

import dev.mooring.drive.CloudDrive;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.VolumeView;

/** A drive as it was read. */
final class DriveHandle extends SizedHandle<CloudDrive> implements CloudDrive {
  DriveHandle(Sessions sessions, RegionSession session, VolumeView view) {
    super(SizedKind.DRIVE, sessions, session, view);
  }
}
