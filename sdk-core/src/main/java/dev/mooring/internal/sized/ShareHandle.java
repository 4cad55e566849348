package dev.mooring.internal.sized;

import dev.mooring.filesystem.Share;
import dev.mooring.filesystem.ShareState;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.operation.Operation;
import dev.mooring.spi.ShareRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.VolumeRef;
import java.time.Instant;

/** A share as it was read. */
record ShareHandle(Sessions sessions, RegionSession session, VolumeRecord record, ShareRecord share)
    implements Share {
  @Override
  public String id() {
    return share.id();
  }

  @Override
  public VolumeRef volume() {
    return record.spec().ref();
  }

  @Override
  public String namespace() {
    return share.namespace();
  }

  @Override
  public String claim() {
    return share.claim();
  }

  @Override
  public boolean readOnly() {
    return share.readOnly();
  }

  @Override
  public ShareState state() {
    return share.state();
  }

  @Override
  public Instant since() {
    return share.since();
  }

  @Override
  public Operation<Share> revoke() {
    return new ShareRevoking(sessions, session, record, share).start();
  }

  /** For example {@code fs/datasets shared into team-b/datasets read-only MADE}. */
  @Override
  public String toString() {
    return volume()
        + " shared into "
        + share.place()
        + (share.readOnly() ? " read-only " : " ")
        + share.state();
  }
}
