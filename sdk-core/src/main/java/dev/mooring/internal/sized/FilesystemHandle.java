package dev.mooring.internal.sized;

import dev.mooring.filesystem.Share;
import dev.mooring.filesystem.ShareRequest;
import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.VolumeView;
import dev.mooring.operation.Operation;
import java.util.List;

/** A filesystem as it was read. */
final class FilesystemHandle extends SizedHandle<SharedFilesystem> implements SharedFilesystem {
  FilesystemHandle(Sessions sessions, RegionSession session, VolumeView view) {
    super(SizedKind.FILESYSTEM, sessions, session, view);
  }

  @Override
  public Operation<Share> share(ShareRequest request) {
    return new ShareMaking(sessions(), session(), record(), request).start();
  }

  @Override
  public List<Share> shares() {
    return record().shares().stream()
        .<Share>map(share -> new ShareHandle(sessions(), session(), record(), share))
        .toList();
  }
}
