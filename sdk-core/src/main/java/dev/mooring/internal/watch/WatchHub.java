package dev.mooring.internal.watch;

import dev.mooring.error.AccessDeniedException;
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
 * gap, or 90 s without a sign of life, it opens anew and every waiter reads its own record again. A
 * watch that the backend refuses ends the waits.
 */
public final class WatchHub<R extends StoredRecord> implements AutoCloseable {
  static final Duration SILENCE = Duration.ofSeconds(90);
  private static final Logger LOG = LoggerFactory.getLogger(WatchHub.class);

  private final RecordStore<R> store;
  private final Pacer pacer;
  private final Map<String, Set<Waiter<R>>> waiters = new ConcurrentHashMap<>();
  private final Object lock = new Object();
  private @Nullable Connection connection;
  private boolean hasty;
  private boolean closed;

  /** A hub over a store; opens nothing yet. */
  public WatchHub(RecordStore<R> store, Pacer pacer) {
    this.store = store;
    this.pacer = pacer;
  }

  /**
   * Registers a waiter. It opens the watch when it begins to wait, before it first reads, so that
   * it misses nothing. Close it when done.
   */
  public Waiter<R> waiter(String key) {
    Waiter<R> waiter = new Waiter<>(this, key, pacer);
    waiters.computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet()).add(waiter);
    return waiter;
  }

  void remove(Waiter<R> waiter) {
    waiters.computeIfPresent(
        waiter.key(),
        (key, set) -> {
          set.remove(waiter);
          return set.isEmpty() ? null : set;
        });
  }

  /** Opens the watch if it is not open, and anew if it has been silent for too long. */
  void lookAfter() {
    synchronized (lock) {
      if (closed) {
        throw new IllegalStateException("the client is closed");
      }
      Connection current = connection;
      if (current != null && !current.dead() && !current.silent()) {
        return;
      }
      if (current != null && current.dead() && current.refused == null && tooSoon(current)) {
        return;
      }
      if (current != null) {
        LOG.debug("watching anew: {}", current.dead() ? "the watch ended" : "90 s of silence");
        current.close();
        connection = null;
        if (current.refused != null) {
          throw current.refused;
        }
      }
      Connection fresh = new Connection();
      fresh.watch = store.watch(fresh);
      connection = fresh;
      if (current != null) {
        waiters.values().forEach(set -> set.forEach(Waiter::lookAgain));
      }
    }
  }

  /**
   * A server may end every watch as soon as it is open. The first of them is opened again at once;
   * those after it no more often than waiters read anyway, or the two would chase each other.
   */
  private boolean tooSoon(Connection ended) {
    long pause = Waiter.READ_EVERY.toNanos();
    if (ended.endedAt - ended.openedAt >= pause) {
      hasty = false;
      return false;
    }
    if (!hasty) {
      hasty = true;
      return false;
    }
    return pacer.nanos() - ended.openedAt < pause;
  }

  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      if (connection != null) {
        connection.close();
        connection = null;
      }
      waiters.values().forEach(set -> set.forEach(Waiter::lookAgain));
    }
  }

  /** One opening of the watch, with its own sign of life. */
  private final class Connection implements RecordListener<R> {
    private RecordStore.@Nullable Watch watch;
    private final long openedAt = pacer.nanos();
    private volatile long lastSign = openedAt;
    private volatile long endedAt;
    private volatile boolean ended;
    private volatile @Nullable AccessDeniedException refused;

    boolean dead() {
      return ended;
    }

    boolean silent() {
      return pacer.nanos() - lastSign > SILENCE.toNanos();
    }

    void close() {
      if (watch != null) {
        watch.close();
      }
    }

    @Override
    public void changed(R record) {
      lastSign = pacer.nanos();
      waiters.getOrDefault(record.key(), Set.of()).forEach(waiter -> waiter.changed(record));
    }

    @Override
    public void deleted(String key) {
      lastSign = pacer.nanos();
      waiters.getOrDefault(key, Set.of()).forEach(Waiter::lookAgain);
    }

    @Override
    public void alive() {
      lastSign = pacer.nanos();
    }

    @Override
    public void closed(@Nullable Throwable cause) {
      // Opened anew at once it would be refused again, for ever: whoever waits must know.
      refused = cause instanceof AccessDeniedException denied ? denied : null;
      endedAt = pacer.nanos();
      ended = true;
      LOG.debug("a watch ended: {}", cause == null ? "in order" : cause.toString());
      waiters.values().forEach(set -> set.forEach(Waiter::lookAgain));
    }
  }
}
