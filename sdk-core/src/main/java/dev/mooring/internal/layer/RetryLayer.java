package dev.mooring.internal.layer;

import dev.mooring.config.RetrySettings;
import dev.mooring.error.OutcomeUnknownException;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnavailableException;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes calls again that failed on the way, as often as {@link CallTable}, the settings and the
 * budget allow. The error thrown in the end says how often it was tried. resilience4j counts and
 * spaces the tries; waiting is done here, so that an interrupted thread stays interrupted.
 */
final class RetryLayer implements Layer {
  private static final Logger LOG = LoggerFactory.getLogger(RetryLayer.class);

  private final int attempts;
  private final Timing timing;
  private final RetryBudget budget;
  private final Backoff backoff;

  RetryLayer(RetrySettings settings, Timing timing) {
    this.attempts = settings.attempts();
    this.timing = timing;
    this.budget = new RetryBudget(settings.budgetPercent());
    this.backoff = new Backoff(timing.random());
  }

  @Override
  public <T> T call(Invocation invocation, Supplier<T> work) {
    budget.called();
    Retry.@Nullable AsyncContext<Object> tries = null;
    while (true) {
      invocation.attempt();
      try {
        return work.get();
      } catch (StorageException error) {
        if (!repeatable(invocation.repeat(), error)) {
          throw Attempts.noted(error, invocation.attempts());
        }
        tries = tries == null ? tries() : tries;
        pause(invocation, error, tries);
      }
    }
  }

  /** Made when a call has failed: a program whose calls work need not load the library. */
  private Retry.AsyncContext<Object> tries() {
    RetryConfig config =
        RetryConfig.custom()
            .maxAttempts(attempts)
            .intervalBiFunction((tried, failure) -> backoff.millis(tried, failure.getLeft()))
            .build();
    return Retry.of("mooring", config).asyncContext();
  }

  private static boolean repeatable(Repeat repeat, StorageException error) {
    return switch (repeat) {
      case FREELY ->
          error instanceof UnavailableException || error instanceof OutcomeUnknownException;
      case UNLESS_UNKNOWN -> error instanceof UnavailableException;
      case NEVER -> false;
    };
  }

  /** Waits for the next try, or throws. */
  private void pause(
      Invocation invocation, StorageException error, Retry.AsyncContext<Object> tries) {
    Duration asked = Backoff.asked(error);
    if (asked.compareTo(Backoff.LONGEST_ASKED) > 0) {
      throw giveUp(invocation, error, "it asks to wait " + asked.toSeconds() + " s");
    }
    long millis = tries.onError(error);
    if (millis < 0) {
      throw giveUp(invocation, error, "that was the last try");
    }
    if (!budget.take()) {
      throw giveUp(invocation, error, "the retry budget is used up");
    }
    LOG.debug(
        "{} {} in {}: try {} failed ({}), the next in {} ms",
        invocation.call().name(),
        invocation.call().resource(),
        invocation.call().region(),
        invocation.attempts(),
        error.code(),
        millis);
    try {
      timing.sleeper().sleep(Duration.ofMillis(millis));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw giveUp(invocation, error, "the thread was interrupted");
    }
  }

  private static StorageException giveUp(
      Invocation invocation, StorageException error, String why) {
    invocation.giveUp(why);
    return Attempts.noted(error, invocation.attempts());
  }
}
