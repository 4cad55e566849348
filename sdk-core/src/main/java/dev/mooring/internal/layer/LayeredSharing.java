package dev.mooring.internal.layer;

import dev.mooring.error.Violation;
import dev.mooring.spi.ShareRecord;
import dev.mooring.spi.Sharing;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import java.util.List;

/** Shares behind layers. */
final class LayeredSharing implements Sharing {
  private final Sharing delegate;
  private final Calls calls;

  LayeredSharing(Sharing delegate, Calls calls) {
    this.delegate = delegate;
    this.calls = calls;
  }

  @Override
  public List<Violation> check(VolumeRecord volume, ShareRecord share) {
    return calls.call("check", volume.key(), () -> delegate.check(volume, share), volume, share);
  }

  @Override
  public boolean make(VolumeRecord volume, ShareRecord share) {
    return calls.call("make", volume.key(), () -> delegate.make(volume, share), volume, share);
  }

  @Override
  public List<VolumeUser> users(ShareRecord share) {
    return calls.call("users", share.id(), () -> delegate.users(share), share);
  }

  @Override
  public boolean revoke(ShareRecord share) {
    return calls.call("revoke", share.id(), () -> delegate.revoke(share), share);
  }

  @Override
  public List<MadeShare> made() {
    return calls.call("made", "", delegate::made);
  }
}
