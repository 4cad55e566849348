package dev.mooring.internal.layer;

import dev.mooring.error.StorageException;
import dev.mooring.telemetry.CallEvent;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs every call at DEBUG, and at WARN those that were given up although they may be repeated.
 * Never what a call holds, and of an error only its code and message, which hold no secrets: of
 * causes, and of errors that no translator has seen, nothing is known.
 */
final class LoggingLayer implements Layer {
  private static final Logger LOG = LoggerFactory.getLogger("dev.mooring.calls");

  private final Timing timing;

  LoggingLayer(Timing timing) {
    this.timing = timing;
  }

  @Override
  public <T> T call(Invocation invocation, Supplier<T> work) {
    long start = timing.nanos().getAsLong();
    try {
      T answer = work.get();
      log(invocation, start, "OK");
      return answer;
    } catch (StorageException error) {
      log(invocation, start, error.code() + ": " + error.getMessage());
      invocation.gaveUp().ifPresent(why -> warn(invocation, why, error));
      throw error;
    } catch (RuntimeException error) {
      log(invocation, start, error.getClass().getName());
      throw error;
    }
  }

  private void log(Invocation invocation, long start, String outcome) {
    if (LOG.isDebugEnabled()) {
      CallEvent.Call call = invocation.call();
      LOG.debug(
          "{} {} in {}: {} ms, {} attempts, {}",
          call.name(),
          call.resource(),
          call.region(),
          TimeUnit.NANOSECONDS.toMillis(timing.nanos().getAsLong() - start),
          invocation.attempts(),
          outcome);
    }
  }

  private static void warn(Invocation invocation, String why, StorageException error) {
    CallEvent.Call call = invocation.call();
    LOG.warn(
        "Giving up {} {} in {} after {} attempts, for {}: {}: {}",
        call.name(),
        call.resource(),
        call.region(),
        invocation.attempts(),
        why,
        error.code(),
        error.getMessage());
  }
}
