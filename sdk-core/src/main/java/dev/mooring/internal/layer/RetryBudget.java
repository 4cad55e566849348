package dev.mooring.internal.layer;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A token bucket that keeps retries from multiplying the load of a server that is down: each call
 * pays in a part of a token, each retry takes a whole one. It starts full, with a burst of tokens,
 * and never holds more.
 */
final class RetryBudget {
  private static final int BURST = 10;

  /** A token in the unit of the bucket, so that a call pays in its percentage. */
  private static final int TOKEN = 100;

  private final int percent;
  private final AtomicInteger bucket;

  RetryBudget(int percent) {
    this.percent = percent;
    this.bucket = new AtomicInteger(percent == 0 ? 0 : BURST * TOKEN);
  }

  /** A call is made. */
  void called() {
    bucket.updateAndGet(held -> Math.min(BURST * TOKEN, held + percent));
  }

  /** Takes the token of one retry; false when there is none. */
  boolean take() {
    return bucket.getAndUpdate(held -> held < TOKEN ? held : held - TOKEN) >= TOKEN;
  }
}
