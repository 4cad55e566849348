package dev.mooring.internal.feed;

import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.region.Sessions;
import dev.mooring.internal.volume.VolumeView;
import dev.mooring.volume.Volume;
import dev.mooring.volume.VolumeKind;
import dev.mooring.watch.ResumeToken;
import dev.mooring.watch.VolumeListener;
import dev.mooring.watch.VolumeWatch;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Begins watches over all regions of a client. */
public final class Watching {
  private Watching() {}

  /**
   * Begins a watch; nothing is told when it cannot be begun.
   *
   * @param token where it resumes, or null to tell only what changes from now on
   * @param handles makes the handles that are told
   */
  public static <V extends Volume> VolumeWatch begin(
      Sessions sessions,
      Set<VolumeKind> kinds,
      @Nullable ResumeToken token,
      VolumeListener<? super V> listener,
      BiFunction<RegionSession, VolumeView, ? extends V> handles) {
    Scope scope = new Scope(sessions.account(), sessions.owner(), kinds);
    Follower<V> follower = new Follower<>(scope, token, listener, handles, sessions.background());
    boolean begun = false;
    try {
      sessions.all().forEach(session -> follower.follow(session.feed()));
      begun = true;
    } finally {
      if (!begun) {
        follower.close();
      }
    }
    follower.start();
    return follower;
  }
}
