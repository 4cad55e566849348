package dev.mooring.testkit.store;

import dev.mooring.spi.RecordListener;
import dev.mooring.spi.StoredRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A listener that keeps what it hears, for tests that wait for it. Thread-safe for one waiter.
 *
 * @param <R> the type of record
 */
public final class HeardRecords<R extends StoredRecord> implements RecordListener<R> {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /**
   * One thing that was heard.
   *
   * @param what changed, deleted, alive or closed
   * @param key the record's key, or empty
   * @param record the record that changed, or null
   * @param cause why the watch was closed, or null
   * @param <R> the type of record
   */
  public record Event<R>(What what, String key, @Nullable R record, @Nullable Throwable cause) {}

  /** The kinds of events. */
  public enum What {
    /** A record was stored or changed. */
    CHANGED,
    /** A record is gone. */
    DELETED,
    /** The watch lives. */
    ALIVE,
    /** The watch ended. */
    CLOSED
  }

  private final BlockingQueue<Event<R>> events = new LinkedBlockingQueue<>();

  /** Has heard nothing yet. */
  public HeardRecords() {}

  @Override
  public void changed(R record) {
    events.add(new Event<>(What.CHANGED, record.key(), record, null));
  }

  @Override
  public void deleted(String key) {
    events.add(new Event<>(What.DELETED, key, null, null));
  }

  @Override
  public void alive() {
    events.add(new Event<>(What.ALIVE, "", null, null));
  }

  @Override
  public void closed(@Nullable Throwable cause) {
    events.add(new Event<>(What.CLOSED, "", null, cause));
  }

  /**
   * Waits for an event and takes everything up to it, that one included.
   *
   * @return what was heard, oldest first, without what only says that the watch lives
   * @throws AssertionError when nothing more is heard for 60 s
   */
  public List<Event<R>> upTo(Predicate<Event<R>> last) {
    List<Event<R>> heard = new ArrayList<>();
    try {
      while (true) {
        Event<R> event = events.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (event == null) {
          throw new AssertionError("not heard within " + LIMIT + "; heard was " + heard);
        }
        if (event.what() != What.ALIVE || last.test(event)) {
          heard.add(event);
        }
        if (last.test(event)) {
          return heard;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted; heard was " + heard, e);
    }
  }

  /** Waits until a record is heard of in this version; as {@link #upTo(Predicate)}. */
  public List<Event<R>> upTo(R record) {
    return upTo(e -> e.record() != null && e.record().version().equals(record.version()));
  }

  /** Waits for an event of a kind, and returns it; what was before it is taken too. */
  public Event<R> next(What what) {
    List<Event<R>> heard = upTo(e -> e.what() == what);
    return heard.get(heard.size() - 1);
  }
}
