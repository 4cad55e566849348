package dev.mooring.jdbc.internal;

import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StoredRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells all watches of one database what changed, from one daemon thread that runs while there is a
 * watch. A commit of this process wakes it at once; those of other processes it finds by asking for
 * the data version, which reads a few bytes of shared memory.
 */
public final class ChangeFeed implements AutoCloseable {
  private static final Duration LONGEST_END = Duration.ofSeconds(5);

  private final Dialect dialect;
  private final Pace pace;
  private final Semaphore wakeups = new Semaphore(0);
  private final Object lock = new Object();
  private List<Subscription<?>> subscriptions = new ArrayList<>();
  private @Nullable Thread thread;
  private boolean joined;
  private boolean closed;

  /** A feed without a watch, and so without a thread. */
  public ChangeFeed(Dialect dialect, Pace pace) {
    this.dialect = dialect;
    this.pace = pace;
  }

  /** Looks for changes now. */
  public void wake() {
    if (wakeups.availablePermits() == 0) {
      wakeups.release();
    }
  }

  /** Begins a watch that reports everything after a change. */
  public <R extends StoredRecord> RecordStore.Watch subscribe(
      Queries<R> queries, RecordListener<R> listener, Attempt attempt, long position) {
    Subscription<R> subscription = new Subscription<>(queries, listener, attempt, this, position);
    synchronized (lock) {
      subscriptions.add(subscription);
      joined = true;
      if (thread == null) {
        thread = new Thread(this::run, "mooring-watch");
        thread.setDaemon(true);
        thread.start();
      }
    }
    wake();
    return subscription;
  }

  private void run() {
    try (Connection connection = dialect.connect()) {
      follow(connection);
    } catch (SQLException e) {
      for (Subscription<?> subscription : leave()) {
        subscription.end(dialect.translate(subscription.attempt(), e));
      }
    } catch (InterruptedException e) {
      leave().forEach(subscription -> subscription.end(e));
    }
  }

  private void follow(Connection connection) throws SQLException, InterruptedException {
    long seen = -1;
    while (true) {
      boolean fresh = someoneJoined();
      List<Subscription<?>> present = present();
      if (present.isEmpty()) {
        return;
      }
      long version = dialect.dataVersion(connection);
      if (version != seen || fresh) {
        long newest = Queries.newestChange(connection);
        for (Subscription<?> subscription : present) {
          subscription.advance(connection, newest, pace.window());
        }
        seen = version;
      }
      present.forEach(subscription -> subscription.beAlive(pace.alive().toNanos()));
      if (wakeups.tryAcquire(pace.poll().toMillis(), TimeUnit.MILLISECONDS)) {
        wakeups.drainPermits();
      }
    }
  }

  /** Whether a watch began since the last look: it may have missed what others saw already. */
  private boolean someoneJoined() {
    synchronized (lock) {
      boolean answer = joined;
      joined = false;
      return answer;
    }
  }

  /** The watches that go on; when there is none, the thread ends. */
  private List<Subscription<?>> present() {
    List<Subscription<?>> told = List.of();
    synchronized (lock) {
      if (closed) {
        told = subscriptions;
        subscriptions = new ArrayList<>();
      }
      subscriptions.removeIf(Subscription::ended);
      if (subscriptions.isEmpty()) {
        thread = null;
      }
      if (told.isEmpty()) {
        return List.copyOf(subscriptions);
      }
    }
    told.forEach(subscription -> subscription.end(null));
    return List.of();
  }

  private List<Subscription<?>> leave() {
    synchronized (lock) {
      List<Subscription<?>> left = subscriptions;
      subscriptions = new ArrayList<>();
      thread = null;
      return left;
    }
  }

  /** Ends all watches, in order, and the thread. */
  @Override
  public void close() {
    Thread running;
    synchronized (lock) {
      closed = true;
      running = thread;
    }
    wake();
    if (running == null || running == Thread.currentThread()) {
      return;
    }
    try {
      running.join(LONGEST_END.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
