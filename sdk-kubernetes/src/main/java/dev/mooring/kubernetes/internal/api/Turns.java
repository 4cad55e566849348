package dev.mooring.kubernetes.internal.api;

import dev.mooring.error.CancelledException;
import dev.mooring.error.UnavailableException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many requests a connection has under way at once. Each needs a socket of its own with its
 * buffers, which stay for later: a thousand threads shall not open a thousand. First come, first
 * served. Thread-safe.
 */
final class Turns {
  static final int MOST = 64;

  private final Semaphore free = new Semaphore(MOST, true);
  private final Duration patience;

  /** Turns for which a request waits this long. */
  Turns(Duration patience) {
    this.patience = patience;
  }

  /** Waits for a turn, which whoever takes it must {@link #end}; nothing was sent if none came. */
  void take(Call call, KubernetesErrors errors) {
    try {
      if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new UnavailableException(
            errors
                .problem(call.verb(), call.resource())
                .because(MOST + " requests are under way, and none has ended in " + patience)
                .hint("look whether the API server is slow, and repeat the call"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(
          errors
              .problem(call.verb(), call.resource())
              .because("the thread was interrupted")
              .hint("nothing was changed")
              .cause(e));
    }
  }

  /** Takes a turn if one is free. */
  boolean takeFree() {
    return free.tryAcquire();
  }

  /** Gives a turn back. */
  void end() {
    free.release();
  }
}
