package dev.mooring.internal.watch;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Time as waiting sees it: real, or a test's. */
public interface Pacer {
  /** Real time. */
  Pacer REAL =
      new Pacer() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public <T> @Nullable T poll(BlockingQueue<T> queue, Duration longest)
            throws InterruptedException {
          return queue.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
        }
      };

  /** A time that only grows. */
  long nanos();

  /** The queue's next element, or null when none came in time. */
  <T> @Nullable T poll(BlockingQueue<T> queue, Duration longest) throws InterruptedException;
}
