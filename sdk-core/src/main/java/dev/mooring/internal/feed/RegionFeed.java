package dev.mooring.internal.feed;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.CancelledException;
import dev.mooring.error.InternalException;
import dev.mooring.error.Problem;
import dev.mooring.error.StorageException;
import dev.mooring.internal.region.RegionSession;
import dev.mooring.internal.watch.Openings;
import dev.mooring.internal.watch.Pacer;
import dev.mooring.volume.VolumeId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How all volumes of a region are now, for everybody who follows them: one thread, and one watch of
 * each store, while there is somebody. An event is only a hint to look at a volume; after a gap, or
 * 90 s without a sign of life, it watches anew and looks at all. It does so every 5 minutes too,
 * for what no watch tells: that the pods of a target are gone, say. It helps nothing on.
 */
public final class RegionFeed implements AutoCloseable {
  static final Duration ALL_EVERY = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Of more volumes than these the list is asked for. */
  private static final int FEW = 8;

  private static final Logger LOG = LoggerFactory.getLogger(RegionFeed.class);

  private final RegionSession session;
  private final Pacer pacer;
  private final Executor threads;
  private final BlockingQueue<Touch> touches = new LinkedBlockingQueue<>();
  private final List<Follower<?>> followers = new CopyOnWriteArrayList<>();
  private final Openings openings;

  /** Guards what is published, and who hears of it. */
  private final Object publishing = new Object();

  private Snapshot snapshot = new Snapshot(Map.of(), Instant.EPOCH);
  private volatile @Nullable Links links;
  private boolean looked;
  private long lookedAt;
  private boolean running;
  private volatile boolean closed;

  /** A feed; asks nothing until somebody follows it. */
  public RegionFeed(RegionSession session, Pacer pacer) {
    this(session, pacer, work -> thread(session, work));
  }

  RegionFeed(RegionSession session, Pacer pacer, Executor threads) {
    this.session = session;
    this.pacer = pacer;
    this.threads = threads;
    this.openings = new Openings(pacer);
  }

  private static void thread(RegionSession session, Runnable work) {
    Thread thread = new Thread(work, "mooring-watch-" + session.name());
    thread.setDaemon(true);
    thread.start();
  }

  /** Lets somebody follow; the first waits until all volumes were looked at. */
  synchronized void add(Follower<?> follower) {
    if (closed) {
      throw new IllegalStateException("the client is closed");
    }
    if (!running) {
      begin();
    }
    synchronized (publishing) {
      followers.add(follower);
      follower.first(session, snapshot);
    }
    if (!running) {
      running = true;
      threads.execute(this::run);
    }
  }

  private void begin() {
    boolean begun = false;
    try {
      touches.clear();
      links = Links.open(session, pacer, touches);
      lookAtAll();
      begun = true;
    } finally {
      if (!begun) {
        unlink();
      }
    }
  }

  void remove(Follower<?> follower) {
    followers.remove(follower);
    touches.add(Touch.NOTHING);
  }

  private void run() {
    while (!over()) {
      step();
    }
  }

  /** Whether nobody follows any more: then it watches no longer. */
  synchronized boolean over() {
    if (!closed && !followers.isEmpty()) {
      return false;
    }
    unlink();
    running = false;
    return true;
  }

  /** Looks after the watches, and at what was touched; waits a moment for that. */
  void step() {
    try {
      boolean live = link();
      if (live && (!looked || pacer.nanos() - lookedAt >= ALL_EVERY.toNanos())) {
        lookAtAll();
      }
      await(live ? PATIENCE : PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    } catch (AccessDeniedException e) {
      end(e);
    } catch (CancelledException e) {
      closed = true;
    } catch (StorageException e) {
      LOG.debug("the volumes of {} cannot be looked at now: {}", session.name(), e.toString());
      looked = false;
      pause();
    } catch (RuntimeException e) {
      if (!closed) {
        LOG.warn("following the volumes of {} failed", session.name(), e);
        end(
            new InternalException(
                Problem.tried("watch")
                    .on("volumes")
                    .in(session.name())
                    .because(e.toString())
                    .cause(e)));
      }
    }
  }

  /** Without a new touch: those that are there are looked at with all others. */
  private void pause() {
    try {
      pacer.poll(new LinkedBlockingQueue<Touch>(), PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  private void end(StorageException cause) {
    List<Follower<?>> all = List.copyOf(followers);
    followers.clear();
    all.forEach(follower -> follower.ended(cause));
  }

  /** Watches, anew if need be; false while the pause between two openings is not over. */
  private boolean link() {
    Links now = links;
    if (now != null && now.alive()) {
      return true;
    }
    if (now != null) {
      LOG.debug("watching {} anew: {}", session.name(), now.why());
      unlink();
      now.refusal()
          .ifPresent(
              refused -> {
                throw refused;
              });
    }
    if (!openings.due()) {
      return false;
    }
    openings.begin();
    looked = false;
    boolean opened = false;
    try {
      links = Links.open(session, pacer, touches);
      opened = true;
    } finally {
      if (!opened) {
        openings.failed();
      }
    }
    return true;
  }

  private void unlink() {
    Links now = links;
    links = null;
    if (now != null) {
      now.close();
    }
  }

  private void lookAtAll() {
    Map<VolumeId, Seen> all = Look.all(session);
    snapshot.volumes().values().stream()
        .filter(seen -> !all.containsKey(seen.spec().id()) && Look.broken(session, seen))
        .forEach(seen -> all.put(seen.spec().id(), seen));
    looked = true;
    lookedAt = pacer.nanos();
    publish(all);
  }

  private void await(Duration longest) throws InterruptedException {
    Touch touch = pacer.poll(touches, longest);
    if (touch == null || !looked) {
      return;
    }
    Set<String> keys = new HashSet<>();
    Map<VolumeId, Seen> known = snapshot.volumes();
    while (touch != null) {
      keys.addAll(touch.volumes(known.values()));
      touch = touches.poll();
    }
    if (keys.size() > FEW) {
      lookAtAll();
    } else if (!keys.isEmpty()) {
      Map<VolumeId, Seen> next = new HashMap<>(known);
      next.values().removeIf(seen -> keys.contains(seen.view().record().key()));
      for (String key : keys) {
        Look.one(session, key).ifPresent(seen -> next.put(seen.spec().id(), seen));
      }
      publish(next);
    }
  }

  private void publish(Map<VolumeId, Seen> volumes) {
    synchronized (publishing) {
      snapshot = new Snapshot(volumes, session.now());
      followers.forEach(follower -> follower.now(session, snapshot));
    }
  }

  @Override
  public void close() {
    closed = true;
    touches.add(Touch.NOTHING);
    unlink();
  }
}
