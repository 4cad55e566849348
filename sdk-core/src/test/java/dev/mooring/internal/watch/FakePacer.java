package dev.mooring.internal.watch;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** A time that passes only while somebody waits; at set times something happens. */
public final class FakePacer implements Pacer {
  private long now;
  private final TreeMap<Long, Runnable> script = new TreeMap<>();

  /** At this time it happens. */
  public void at(Duration time, Runnable event) {
    script.put(time.toNanos(), event);
  }

  /** Lets time pass. */
  public void pass(Duration time) {
    now += time.toNanos();
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public <T> @Nullable T poll(BlockingQueue<T> queue, Duration longest) {
    long end = now + longest.toNanos();
    while (queue.isEmpty()) {
      Map.Entry<Long, Runnable> next = script.pollFirstEntry();
      if (next == null || next.getKey() > end) {
        if (next != null) {
          script.put(next.getKey(), next.getValue());
        }
        now = end;
        return queue.poll();
      }
      now = Math.max(now, next.getKey());
      next.getValue().run();
    }
    return queue.poll();
  }
}
