package dev.mooring.internal.layer;

import dev.mooring.error.ErrorCode;
import dev.mooring.error.StorageException;
import dev.mooring.telemetry.CallEvent;
import dev.mooring.telemetry.CallListener;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listeners of every call. One that throws harms neither the call nor the others. */
final class TelemetryLayer implements Layer {
  private static final Logger LOG = LoggerFactory.getLogger(TelemetryLayer.class);

  private final List<CallListener> listeners;
  private final Timing timing;

  TelemetryLayer(List<CallListener> listeners, Timing timing) {
    this.listeners = List.copyOf(listeners);
    this.timing = timing;
  }

  @Override
  public <T> T call(Invocation invocation, Supplier<T> work) {
    if (listeners.isEmpty()) {
      return work.get();
    }
    tell(listener -> listener.began(invocation.call()));
    long start = timing.nanos().getAsLong();
    // Stays for whatever is no error of ours, so that a span that began also ends.
    ErrorCode error = ErrorCode.INTERNAL;
    try {
      T answer = work.get();
      error = null;
      return answer;
    } catch (StorageException failure) {
      error = failure.code();
      throw failure;
    } finally {
      ended(invocation, start, error);
    }
  }

  private void ended(Invocation invocation, long start, @Nullable ErrorCode error) {
    Duration duration = Duration.ofNanos(timing.nanos().getAsLong() - start);
    CallEvent event = new CallEvent(invocation.call(), duration, invocation.attempts(), error);
    tell(listener -> listener.ended(event));
  }

  // Listeners are the user's code: whatever they throw must not fail a call that has happened.
  private void tell(Consumer<CallListener> event) {
    for (CallListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (RuntimeException failure) {
        LOG.warn(
            "A call listener ({}) failed and is ignored", listener.getClass().getName(), failure);
      }
    }
  }
}
