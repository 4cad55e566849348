package dev.mooring.jdbc.internal;

import dev.mooring.error.CancelledException;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnavailableException;
import dev.mooring.jdbc.Opening;
import dev.mooring.spi.Index;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of one database: one that writes, under a lock, for the database takes one writer
 * at a time anyway; and a few that read beside it. All are opened when they are first needed, and a
 * connection on which something failed is thrown away.
 */
public final class Connections implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
  private static final int READERS = 4;

  private final Dialect dialect;
  private final Runnable committed;
  private final Opening opening;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final Semaphore reading = new Semaphore(READERS, true);
  private final Deque<Connection> idle = new ArrayDeque<>();
  private @Nullable Connection writer;
  private boolean prepared;
  private volatile boolean closed;

  /**
   * Opens nothing yet.
   *
   * @param committed called after each transaction of this process
   * @param opening looks at the database before the first call goes on
   */
  public Connections(Dialect dialect, Runnable committed, Opening opening) {
    this.dialect = dialect;
    this.committed = committed;
    this.opening = opening;
  }

  /** Runs statements that only read; each sees what was committed before it. */
  public <T> T read(Attempt attempt, Work<T> work) {
    acquire(attempt);
    try {
      return onReader(attempt, work);
    } catch (SQLException e) {
      throw dialect.translate(attempt, e);
    } finally {
      reading.release();
    }
  }

  /** Runs statements as one transaction that nobody else's writes come between. */
  public <T> T write(Attempt attempt, Work<T> work) {
    lock(attempt);
    try {
      T answer = transaction(attempt, work);
      committed.run();
      return answer;
    } finally {
      writing.unlock();
    }
  }

  private <T> T onReader(Attempt attempt, Work<T> work) throws SQLException {
    Connection connection = takeReader(attempt);
    boolean healthy = false;
    try {
      T answer = work.on(connection);
      healthy = true;
      return answer;
    } finally {
      giveBack(connection, healthy);
    }
  }

  private Connection takeReader(Attempt attempt) throws SQLException {
    synchronized (idle) {
      checkOpen(attempt);
      Connection connection = idle.poll();
      if (connection != null) {
        return connection;
      }
      prepareOnce();
    }
    return dialect.connect();
  }

  private void giveBack(Connection connection, boolean healthy) {
    synchronized (idle) {
      if (healthy && !closed) {
        idle.push(connection);
        return;
      }
    }
    discard(connection);
  }

  private <T> T transaction(Attempt attempt, Work<T> work) {
    Attempt now = attempt;
    Connection connection = null;
    boolean done = false;
    try {
      connection = takeWriter(attempt);
      dialect.begin(connection);
      T answer = work.on(connection);
      now = attempt.atCommit();
      dialect.commit(connection);
      done = true;
      return answer;
    } catch (SQLException e) {
      throw dialect.translate(now, e);
    } finally {
      if (!done && connection != null) {
        takeBack(connection);
      }
    }
  }

  private Connection takeWriter(Attempt attempt) throws SQLException {
    checkOpen(attempt);
    Connection connection = writer;
    if (connection == null) {
      synchronized (idle) {
        prepareOnce();
      }
      connection = dialect.connect();
      writer = connection;
    }
    return connection;
  }

  private void checkOpen(Attempt attempt) {
    if (closed) {
      throw new CancelledException(attempt.problem().because("the client is closed"));
    }
  }

  private void takeBack(Connection connection) {
    try {
      dialect.rollback(connection);
    } catch (SQLException e) {
      LOG.debug("rolled back by closing, for rollback itself failed: {}", e.getMessage());
      writer = null;
      discard(connection);
    }
  }

  private void prepareOnce() throws SQLException {
    if (prepared) {
      return;
    }
    Connection connection = dialect.connect();
    boolean done = false;
    try {
      dialect.prepare(connection);
      opening.check(() -> volumes(connection));
      prepared = true;
      idle.push(connection);
      done = true;
    } finally {
      if (!done) {
        discard(connection);
      }
    }
  }

  private Set<String> volumes(Connection connection) {
    try {
      return Queries.values(connection, Index.VOLUME_ID);
    } catch (SQLException e) {
      throw dialect.translate(Attempt.to("open", dialect.location(), "this machine"), e);
    }
  }

  private void acquire(Attempt attempt) {
    try {
      if (!reading.tryAcquire(dialect.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy(attempt);
      }
    } catch (InterruptedException e) {
      throw interrupted(attempt, e);
    }
  }

  private void lock(Attempt attempt) {
    try {
      if (!writing.tryLock(dialect.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy(attempt);
      }
    } catch (InterruptedException e) {
      throw interrupted(attempt, e);
    }
  }

  private StorageException busy(Attempt attempt) {
    return new UnavailableException(
        attempt
            .problem()
            .because("the database " + dialect.location() + " is busy with other calls")
            .hint("try again, or raise timeouts.request"));
  }

  private static StorageException interrupted(Attempt attempt, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new CancelledException(
        attempt.problem().because("the thread was interrupted while it waited").cause(e));
  }

  /** Closes all connections; whoever comes later is told so. */
  @Override
  public void close() {
    writing.lock();
    try {
      closed = true;
      if (writer != null) {
        discard(writer);
        writer = null;
      }
      synchronized (idle) {
        idle.forEach(Connections::discard);
        idle.clear();
      }
    } finally {
      writing.unlock();
    }
  }

  private static void discard(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("a connection could not be closed: {}", e.getMessage());
    }
  }
}
