package dev.mooring.testkit.fault;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets a process die after some number of changes, as {@code kill -9} would: the change after the
 * last one does not happen, and neither does any call after that. Changes that other threads are at
 * when it dies end before anybody hears of the death: the dead do nothing later. Thread-safe.
 */
public final class Crash implements Interceptor {
  private final AtomicInteger changesLeft;
  private final AtomicBoolean crashed = new AtomicBoolean();

  /** Shared by the changes under way. */
  private final ReadWriteLock underWay = new ReentrantReadWriteLock();

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
    if (!call.mutates()) {
      return crashed.get() ? dead(call) : call.proceed();
    }
    if (changesLeft.getAndDecrement() <= 0) {
      crashed.set(true);
    }
    underWay.readLock().lock();
    try {
      if (!crashed.get()) {
        return call.proceed();
      }
    } finally {
      underWay.readLock().unlock();
    }
    return dead(call);
  }

  private Object dead(Call call) {
    underWay.writeLock().lock(); // once nobody is at a change any more
    try {
      throw new Death(call.name());
    } finally {
      underWay.writeLock().unlock();
    }
  }

  /** What a dead process's threads get; an error, so that no handler of exceptions goes on. */
  public static final class Death extends Error {
    private static final long serialVersionUID = 1L;

    private Death(String call) {
      super("the process died before " + call);
    }
  }
}
