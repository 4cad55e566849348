package dev.mooring.internal.feed;

import dev.mooring.error.InternalException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.volume.VolumeView;
import dev.mooring.volume.Volume;
import dev.mooring.volume.VolumeId;
import dev.mooring.watch.ResumeToken;
import dev.mooring.watch.VolumeEvent;
import dev.mooring.watch.VolumeListener;
import dev.mooring.watch.VolumeWatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One watch: it tells its listener the difference between what it told before and what is now. A
 * thread is lent to it only while there is something to tell.
 */
final class Follower<V extends Volume> implements VolumeWatch {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

  private final Scope scope;
  private final VolumeListener<? super V> listener;
  private final BiFunction<RegionSession, VolumeView, ? extends V> handles;
  private final Executor executor;
  private final Ledger ledger;
  private final boolean resumes;
  private final List<RegionFeed> feeds = new ArrayList<>();

  /** How each region was when it was told last; used by the telling thread only. */
  private final Map<RegionSession, Snapshot> shown = new LinkedHashMap<>();

  /** Guarded by this. */
  private final Map<RegionSession, Snapshot> news = new LinkedHashMap<>();

  private boolean started;
  private boolean telling;
  private @Nullable StorageException end;
  private volatile boolean closed;
  private volatile ResumeToken done;

  /**
   * A watch.
   *
   * @param token where it resumes, or null to tell only what changes from now on
   */
  Follower(
      Scope scope,
      @Nullable ResumeToken token,
      VolumeListener<? super V> listener,
      BiFunction<RegionSession, VolumeView, ? extends V> handles,
      Executor executor) {
    this.scope = scope;
    this.listener = listener;
    this.handles = handles;
    this.executor = executor;
    this.resumes = token != null;
    this.ledger = new Ledger(scope, token == null ? Map.of() : TokenText.read(token, scope));
    this.done = ledger.mark();
  }

  /** Follows a region; throws when it cannot be asked, or refuses. */
  void follow(RegionFeed feed) {
    feed.add(this);
    feeds.add(feed);
  }

  /** Begins to tell. */
  void start() {
    synchronized (this) {
      started = true;
    }
    schedule();
  }

  /** How a region is when this begins to follow it. */
  void first(RegionSession session, Snapshot snapshot) {
    if (!resumes) {
      Snapshot mine = mine(snapshot);
      ledger.take(session.name(), mine);
      shown.put(session, mine);
      done = ledger.mark();
    }
    now(session, snapshot);
  }

  /** How a region is now. */
  void now(RegionSession session, Snapshot snapshot) {
    synchronized (this) {
      news.put(session, snapshot);
    }
    schedule();
  }

  /** A region is refused from now on. */
  void ended(StorageException cause) {
    synchronized (this) {
      end = end == null ? cause : end;
    }
    schedule();
  }

  private void schedule() {
    synchronized (this) {
      if (!started || telling || closed || (news.isEmpty() && end == null)) {
        return;
      }
      telling = true;
    }
    try {
      executor.execute(this::tellAll);
    } catch (IllegalStateException e) {
      LOG.debug("nothing more is told: {}", e.toString());
      close();
    }
  }

  private void tellAll() {
    while (true) {
      Map.Entry<RegionSession, Snapshot> next;
      StorageException last;
      synchronized (this) {
        next = news.isEmpty() || closed ? null : news.entrySet().iterator().next();
        last = end;
        if (next == null) {
          telling = false;
          if (closed || last == null) {
            return;
          }
        } else {
          news.remove(next.getKey());
        }
      }
      if (next == null) {
        close();
        if (last != null) {
          listener.ended(last);
        }
        return;
      }
      try {
        tell(next.getKey(), mine(next.getValue()));
      } catch (RuntimeException e) {
        LOG.warn("a listener of a watch failed; the watch ends", e);
        ended(
            new InternalException(
                Problem.tried("watch")
                    .on("volumes")
                    .because("its listener failed: " + e)
                    .cause(e)));
        synchronized (this) {
          news.clear();
        }
      }
    }
  }

  private Snapshot mine(Snapshot all) {
    Map<VolumeId, Seen> mine = new LinkedHashMap<>(all.volumes());
    mine.values().removeIf(seen -> !scope.kinds().contains(seen.spec().kind()));
    return new Snapshot(mine, all.at());
  }

  /** Those that are gone first: another may have the name by now. */
  private void tell(RegionSession session, Snapshot now) {
    String region = session.name();
    Snapshot before = shown.get(session);
    shown.put(session, now);
    List<Told> gone =
        ledger.of(region).values().stream()
            .filter(told -> !now.volumes().containsKey(told.id()))
            .sorted(Comparator.comparing(Told::name))
            .toList();
    for (Told told : gone) {
      Seen last = before == null ? null : before.volumes().get(told.id());
      ledger.note(region, told.id(), null);
      tell(session, VolumeEvent.Type.DELETED, told, last, now.at());
    }
    List<Seen> there =
        now.volumes().values().stream()
            .sorted(Comparator.comparing(seen -> seen.spec().ref().toString()))
            .toList();
    for (Seen seen : there) {
      Told told = ledger.of(region).get(seen.spec().id());
      if (told == null || !told.digest().equals(seen.digest())) {
        Told newer = Told.of(seen);
        ledger.note(region, newer.id(), newer);
        tell(
            session,
            told == null ? VolumeEvent.Type.CREATED : VolumeEvent.Type.CHANGED,
            newer,
            seen,
            now.at());
      }
    }
  }

  private void tell(
      RegionSession session,
      VolumeEvent.Type type,
      Told told,
      @Nullable Seen seen,
      Instant observedAt) {
    if (closed) {
      return;
    }
    V volume = seen == null ? null : handles.apply(session, seen.view());
    ResumeToken token = ledger.mark();
    listener.heard(new VolumeEvent<>(type, told.ref(), told.id(), volume, observedAt, token));
    done = token;
  }

  @Override
  public ResumeToken token() {
    return done;
  }

  @Override
  public void close() {
    closed = true;
    feeds.forEach(feed -> feed.remove(this));
  }
}
