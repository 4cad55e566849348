package dev.mooring.testkit.fault;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Lets a process die after some number of changes, as {@code kill -9} would: the change after the
 * last one does not happen, and neither does any call after that. Thread-safe.
 */
public final class Crash implements Interceptor {
  private final AtomicInteger changesLeft;
  private final AtomicBoolean crashed = new AtomicBoolean();

  private Crash(int changes) {
    changesLeft = new AtomicInteger(changes);
  }

  /** Dies instead of making one more change than this number; 0 dies at the first. */
  public static Crash after(int changes) {
    return new Crash(changes);
  }

  /** Whether it died. */
  public boolean crashed() {
    return crashed.get();
  }

  @Override
  public @Nullable Object around(Call call) throws Throwable {
    if (call.mutates() && changesLeft.getAndDecrement() <= 0) {
      crashed.set(true);
    }
    if (crashed.get()) {
      throw new Death(call.name());
    }
    return call.proceed();
  }

  /** What a dead process's threads get; an error, so that no handler of exceptions goes on. */
  public static final class Death extends Error {
    private static final long serialVersionUID = 1L;

    private Death(String call) {
      super("the process died before " + call);
    }
  }
}
