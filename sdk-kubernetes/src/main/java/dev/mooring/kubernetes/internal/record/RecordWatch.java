package dev.mooring.kubernetes.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.kubernetes.internal.api.ApiWatch;
import dev.mooring.spi.RecordListener;
import dev.mooring.spi.RecordStore;
import dev.mooring.spi.StoredRecord;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A watch of records, made of one watch of their objects and perhaps others beside it: whatever
 * hears something first speaks alone, and after the end nobody does.
 *
 * @param <O> the type of object
 * @param <R> the type of record
 */
public final class RecordWatch<O extends HasMetadata, R extends StoredRecord>
    implements RecordStore.Watch {
  private final Place place;
  private final RecordFormat<O, R> format;
  private final RecordListener<R> listener;
  private final Observer<O> observer;
  private @Nullable ApiWatch objects;
  private boolean ended;

  /**
   * Sees every object before its record is reported.
   *
   * @param <O> the type of object
   */
  public interface Observer<O extends HasMetadata> {
    /** An object as it is now. */
    void changed(O object);

    /** An object that is gone. */
    void deleted(O object);

    /** The watch is over. */
    void ended();
  }

  private RecordWatch(
      Place place, RecordFormat<O, R> format, RecordListener<R> listener, Observer<O> observer) {
    this.place = place;
    this.format = format;
    this.listener = listener;
    this.observer = observer;
  }

  /** An observer who does not care. */
  public static <O extends HasMetadata> Observer<O> nobody() {
    return new Observer<>() {
      @Override
      public void changed(O object) {}

      @Override
      public void deleted(O object) {}

      @Override
      public void ended() {}
    };
  }

  /** Watches records; every change after the call is reported. */
  public static <O extends HasMetadata, R extends StoredRecord> RecordWatch<O, R> start(
      Place place,
      ObjectRecords<O, R> records,
      RecordFormat<O, R> format,
      RecordListener<R> listener,
      Observer<O> observer) {
    RecordWatch<O, R> watch = new RecordWatch<>(place, format, listener, observer);
    String version = records.collectionVersion();
    synchronized (watch) {
      watch.objects = ApiWatch.start(place.api(), records.watched(), version, watch.new Objects());
    }
    return watch;
  }

  /**
   * Reports a record as changed, unless the watch is over.
   *
   * @param newest gives the newest state of the object; asked while nothing else is reported
   */
  public void report(Supplier<Optional<O>> newest) {
    guarded(() -> newest.get().ifPresent(this::tell));
  }

  private void tell(O object) {
    format.read(List.of(object)).forEach(listener::changed);
  }

  /** Ends the watch with a cause. */
  public synchronized void fail(Throwable cause) {
    if (!ended) {
      finish();
      listener.closed(cause);
    }
  }

  /** Runs a step that calls the listener; a listener that fails ends its own watch only. */
  private synchronized void guarded(Runnable step) {
    if (ended) {
      return;
    }
    try {
      step.run();
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  @Override
  public synchronized void close() {
    if (!ended) {
      finish();
    }
  }

  private void finish() {
    ended = true;
    if (objects != null) {
      objects.close();
    }
    observer.ended();
  }

  private final class Objects implements ApiWatch.Handler {
    @Override
    public void event(String type, JsonNode node) {
      O object = place.api().json().read(node, format.type());
      guarded(
          () -> {
            if (type.equals("DELETED")) {
              observer.deleted(object);
              listener.deleted(object.getMetadata().getName());
            } else {
              observer.changed(object);
              tell(object);
            }
          });
    }

    @Override
    public void alive() {
      guarded(listener::alive);
    }

    @Override
    public void ended(Throwable cause) {
      fail(cause);
    }
  }
}
