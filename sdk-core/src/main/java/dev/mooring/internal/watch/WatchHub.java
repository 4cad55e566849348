package dev.mooring.internal.watch;

import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.UnavailableException;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StoredRecord;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One watch of a store that serves every waiter. It opens with the first waiter, and it has no
 * thread or timer of its own: waiters, who look at least every 10 s, also look after it. After a
 * gap, or 90 s without a sign of life, one of them opens it anew, and all read their own records
 * again. Openings have pauses between them, and nobody waits for one but who does it: until then
 * the others live on what they read. It closes itself at a sign of life (a bookmark, say) when
 * nobody has waited for a minute: who creates and waits in a loop keeps it, an owner who is done
 * costs no connection. A watch that the backend refuses ends the waits.
 */
public final class WatchHub<R extends StoredRecord> implements AutoCloseable {
  /** After so long without a sign of life a watch is opened anew. */
  public static final Duration SILENCE = Duration.ofSeconds(90);

  static final Duration IDLE = Duration.ofMinutes(1);
  private static final Logger LOG = LoggerFactory.getLogger(WatchHub.class);

  private final RecordStore<R> store;
  private final Pacer pacer;
  private final Map<String, Set<Waiter<R>>> waiters = new ConcurrentHashMap<>();
  private volatile long lastWait;

  /** Guards what follows; held for moments only, never during a call of the store or a watch. */
  private final Object lock = new Object();

  private final Openings openings;
  private @Nullable Connection connection;
  private boolean opening;
  private boolean closed;

  /** A hub over a store; opens nothing yet. */
  public WatchHub(RecordStore<R> store, Pacer pacer) {
    this.store = store;
    this.pacer = pacer;
    this.openings = new Openings(pacer);
  }

  /**
   * Registers a waiter. It opens the watch when it begins to wait, before it first reads, so that
   * it misses nothing. Close it when done.
   */
  public Waiter<R> waiter(String key) {
    Waiter<R> waiter = new Waiter<>(this, key, pacer);
    add(waiter);
    return waiter;
  }

  /** Within the map's turn for the key: else the last to leave might take the set away. */
  private void add(Waiter<R> waiter) {
    waiters.compute(
        waiter.key(),
        (key, known) -> {
          Set<Waiter<R>> set = known == null ? ConcurrentHashMap.newKeySet() : known;
          set.add(waiter);
          return set;
        });
  }

  void remove(Waiter<R> waiter) {
    waiters.computeIfPresent(
        waiter.key(),
        (key, set) -> {
          set.remove(waiter);
          return set.isEmpty() ? null : set;
        });
    lastWait = pacer.nanos();
  }

  private boolean idle() {
    return waiters.isEmpty() && pacer.nanos() - lastWait > IDLE.toNanos();
  }

  /**
   * Opens the watch if it is not open, and anew if it has been silent for too long; unless somebody
   * does so already, or the pause is not over. What keeps it from opening is told to who looks.
   *
   * @param looking who looks, and will read its record then
   */
  void lookAfter(Waiter<R> looking) {
    Connection old;
    synchronized (lock) {
      if (closed) {
        throw closedClient();
      }
      old = connection;
      AccessDeniedException refused = old == null ? null : old.refused;
      if (refused != null) {
        connection = null;
        openings.refused();
        throw refused;
      }
      if ((old != null && !old.ended && !old.silent()) || opening || !openings.due()) {
        return;
      }
      opening = true;
      connection = null;
      openings.begin();
    }
    if (old != null) {
      LOG.debug("watching anew: {}", old.ended ? "the watch ended" : "90 s of silence");
    }
    open(old, looking);
  }

  private void open(@Nullable Connection old, Waiter<R> looking) {
    boolean opened = false;
    boolean trouble = false;
    try {
      if (old != null) {
        old.close();
      }
      Connection fresh = new Connection();
      fresh.open();
      opened = true;
      opened(fresh, looking);
    } catch (UnavailableException e) {
      trouble = true;
      throw e;
    } finally {
      if (!opened) {
        failed(trouble);
      }
    }
  }

  private void opened(Connection fresh, Waiter<R> looking) {
    boolean late;
    synchronized (lock) {
      opening = false;
      late = closed;
      if (!late) {
        connection = fresh;
      }
    }
    if (late) {
      fresh.close();
      throw closedClient();
    }
    // What changed before it opened, it does not tell.
    for (Set<Waiter<R>> set : waiters.values()) {
      set.stream().filter(waiter -> waiter != looking).forEach(Waiter::lookAgain);
    }
  }

  private static IllegalStateException closedClient() {
    return new IllegalStateException("the client is closed");
  }

  private void failed(boolean trouble) {
    synchronized (lock) {
      opening = false;
      if (trouble) {
        openings.failed();
      } else {
        openings.refused();
      }
    }
  }

  private void allLookAgain() {
    waiters.values().forEach(set -> set.forEach(Waiter::lookAgain));
  }

  @Override
  public void close() {
    Connection open;
    synchronized (lock) {
      closed = true;
      open = connection;
      connection = null;
    }
    if (open != null) {
      open.close();
    }
    allLookAgain();
  }

  /** One opening of the watch, with its own sign of life. */
  private final class Connection implements RecordListener<R> {
    private RecordStore.@Nullable Watch watch;
    private volatile long lastSign = pacer.nanos();
    private volatile boolean ended;
    private volatile @Nullable AccessDeniedException refused;

    void open() {
      watch = store.watch(this);
      lastSign = pacer.nanos();
    }

    boolean silent() {
      return pacer.nanos() - lastSign > SILENCE.toNanos();
    }

    void close() {
      if (watch != null) {
        watch.close();
      }
    }

    private void lives() {
      lastSign = pacer.nanos();
      if (idle() && retired()) {
        LOG.debug("nobody waits: the watch is closed");
        close();
      }
    }

    /** Takes it away, unless a waiter has come: one that comes later opens another. */
    private boolean retired() {
      synchronized (lock) {
        boolean retires = connection == this && idle();
        if (retires) {
          connection = null;
        }
        return retires;
      }
    }

    @Override
    public void changed(R record) {
      lives();
      waiters.getOrDefault(record.key(), Set.of()).forEach(waiter -> waiter.changed(record));
    }

    @Override
    public void deleted(String key) {
      lives();
      waiters.getOrDefault(key, Set.of()).forEach(Waiter::lookAgain);
    }

    @Override
    public void alive() {
      lives();
    }

    @Override
    public void closed(@Nullable Throwable cause) {
      // Opened anew at once it would be refused again, for ever: whoever waits must know.
      refused = cause instanceof AccessDeniedException denied ? denied : null;
      ended = true;
      LOG.debug("a watch ended: {}", cause == null ? "in order" : cause.toString());
      allLookAgain();
    }
  }
}
