package dev.mooring.internal.sized;

import dev.mooring.filesystem.CreateFilesystem;
import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.filesystem.SharedFilesystems;
import dev.mooring.internal.region.Sessions;

/** The account's filesystems, over all regions. */
public final class DefaultSharedFilesystems
    extends DefaultSizedVolumes<SharedFilesystem, CreateFilesystem> implements SharedFilesystems {
  /** The filesystems of these regions. */
  public DefaultSharedFilesystems(Sessions sessions) {
    super(SizedKind.FILESYSTEM, sessions, CreateFilesystem::named);
  }
}
