package dev.mooring.embedded.internal;

import dev.mooring.embedded.internal.MemoryRecords.Place;
import dev.mooring.jdbc.Partition;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StoredRecord;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells watches what changed in memory, from one daemon thread that the first watch starts. */
final class MemoryWatches implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryWatches.class);

  private final long alive;
  private final LongSupplier nanos;
  private final List<Watcher<?>> watchers = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Runnable> words = new LinkedBlockingQueue<>();
  private @Nullable Thread thread;
  private volatile boolean closed;

  /** Watches each of which says that it lives when it had no news for so long. */
  MemoryWatches(Duration alive) {
    this(alive, System::nanoTime);
  }

  MemoryWatches(Duration alive, LongSupplier nanos) {
    this.alive = alive.toNanos();
    this.nanos = nanos;
  }

  <R extends StoredRecord> RecordStore.Watch watch(
      String store, Partition partition, Class<R> type, RecordListener<R> listener) {
    Watcher<R> watcher = new Watcher<>(store, partition, type, listener);
    watchers.add(watcher);
    start();
    return watcher;
  }

  private synchronized void start() {
    if (thread == null && !closed) {
      thread = new Thread(this::run, "mooring-watch-memory");
      thread.setDaemon(true);
      thread.start();
    }
  }

  void changed(Place place, StoredRecord record) {
    watchers.stream()
        .filter(watcher -> watcher.wants(place))
        .forEach(watcher -> words.add(() -> watcher.changed(record)));
  }

  void deleted(Place place) {
    watchers.stream()
        .filter(watcher -> watcher.wants(place))
        .forEach(watcher -> words.add(() -> watcher.deleted(place.key())));
  }

  private void run() {
    try {
      while (!closed) {
        Runnable word = words.poll(untilSilent(), TimeUnit.NANOSECONDS);
        if (word != null) {
          word.run();
        }
        watchers.stream().filter(watcher -> watcher.untilSilent() <= 0).forEach(Watcher::alive);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    watchers.forEach(watcher -> watcher.end(null));
  }

  /** How long until a watch had no news for too long, in nanoseconds. */
  private long untilSilent() {
    return watchers.stream().mapToLong(Watcher::untilSilent).min().orElse(alive);
  }

  @Override
  public void close() {
    closed = true;
    words.add(() -> {});
  }

  private final class Watcher<R extends StoredRecord> implements RecordStore.Watch {
    private final String store;
    private final Partition partition;
    private final Class<R> type;
    private final RecordListener<R> listener;
    private volatile boolean ended;
    private long told = nanos.getAsLong();

    Watcher(String store, Partition partition, Class<R> type, RecordListener<R> listener) {
      this.store = store;
      this.partition = partition;
      this.type = type;
      this.listener = listener;
    }

    boolean wants(Place place) {
      return place.isIn(store, partition);
    }

    void changed(StoredRecord record) {
      say(() -> listener.changed(type.cast(record)));
    }

    void deleted(String key) {
      say(() -> listener.deleted(key));
    }

    long untilSilent() {
      return alive - (nanos.getAsLong() - told);
    }

    void alive() {
      say(listener::alive);
    }

    private void say(Runnable word) {
      if (ended) {
        return;
      }
      told = nanos.getAsLong();
      try {
        word.run();
      } catch (RuntimeException e) {
        // One listener's mistake must not end the others' watches, which share the thread.
        LOG.warn("a listener of record changes failed; its watch ends", e);
        end(e);
      }
    }

    void end(@Nullable Throwable cause) {
      if (ended) {
        return;
      }
      close();
      try {
        listener.closed(cause);
      } catch (RuntimeException e) {
        LOG.warn("a listener of record changes failed at the end of its watch", e);
      }
    }

    @Override
    public void close() {
      ended = true;
      watchers.remove(this);
    }
  }
}
