package dev.mooring.jdbc.internal;

import dev.mooring.error.StorageException;
import dev.mooring.error.UnavailableException;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StoredRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One watch: where it has come to in the changes. All but {@link #close} runs on the feed's thread.
 *
 * @param <R> the type of record
 */
final class Subscription<R extends StoredRecord> implements RecordStore.Watch {
  private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

  private final Queries<R> queries;
  private final RecordListener<R> listener;
  private final Attempt attempt;
  private final ChangeFeed feed;
  private long position;
  private long lastWord;
  private volatile boolean ended;

  Subscription(
      Queries<R> queries,
      RecordListener<R> listener,
      Attempt attempt,
      ChangeFeed feed,
      long position) {
    this.queries = queries;
    this.listener = listener;
    this.attempt = attempt;
    this.feed = feed;
    this.position = position;
    this.lastWord = System.nanoTime();
  }

  Attempt attempt() {
    return attempt;
  }

  boolean ended() {
    return ended;
  }

  /** Reports what happened up to a change; a record that cannot be read ends this watch only. */
  void advance(Connection connection, long newest, int window) throws SQLException {
    try {
      report(connection, newest, window);
    } catch (StorageException e) {
      end(e);
    }
  }

  private void report(Connection connection, long newest, int window) throws SQLException {
    while (position < newest && !ended) {
      long upTo = Math.min(newest, position + window);
      List<Changed<R>> changes = queries.changes(connection, position, upTo);
      long oldest = Queries.oldestChange(connection);
      if (oldest > position + 1) {
        end(
            new UnavailableException(
                attempt
                    .problem()
                    .because("the watch fell too far behind, and changes were missed")
                    .hint("read the records again, and watch anew")));
        return;
      }
      position = upTo;
      changes.forEach(this::tell);
    }
  }

  private void tell(Changed<R> change) {
    heard(
        () ->
            change.now().ifPresentOrElse(listener::changed, () -> listener.deleted(change.key())));
  }

  /** Says that the watch lives, when it has said nothing for so long. */
  void beAlive(long nanos) {
    if (System.nanoTime() - lastWord >= nanos) {
      heard(listener::alive);
    }
  }

  /** Ends the watch and tells why; null for in order. */
  void end(@Nullable Throwable cause) {
    if (!ended) {
      ended = true;
      heardLast(cause);
    }
  }

  private void heard(Runnable word) {
    if (ended) {
      return;
    }
    lastWord = System.nanoTime();
    try {
      word.run();
    } catch (RuntimeException e) {
      // One listener's mistake must not end the others' watches, which share the thread.
      LOG.warn("a listener of record changes failed; its watch ends", e);
      end(e);
    }
  }

  private void heardLast(@Nullable Throwable cause) {
    try {
      listener.closed(cause);
    } catch (RuntimeException e) {
      LOG.warn("a listener of record changes failed at the end of its watch", e);
    }
  }

  @Override
  public void close() {
    ended = true;
    feed.wake();
  }
}
