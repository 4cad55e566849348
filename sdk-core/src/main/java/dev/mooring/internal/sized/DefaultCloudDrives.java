package dev.mooring.internal.sized;

import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CloudDrives;
import dev.mooring.drive.CreateDrive;
import dev.mooring.internal.region.Sessions;

/** The account's drives, over all regions. */
public final class DefaultCloudDrives extends DefaultSizedVolumes<CloudDrive, CreateDrive>
    implements CloudDrives {
  /** The drives of these regions. */
  public DefaultCloudDrives(Sessions sessions) {
    super(SizedKind.DRIVE, sessions, CreateDrive::named);
  }
}
