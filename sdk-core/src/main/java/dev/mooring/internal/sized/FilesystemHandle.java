package dev.mooring.internal.sized;

import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.VolumeView;

/** A filesystem as it was read. */
final class FilesystemHandle extends SizedHandle<SharedFilesystem> implements SharedFilesystem {
  FilesystemHandle(Sessions sessions, RegionSession session, VolumeView view) {
    super(SizedKind.FILESYSTEM, sessions, session, view);
  }
}
