package dev.mooring.internal.region;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A look that many want at once: one serves all who came before it began. So nobody believes what
 * was seen before it asked, and two hundred at once cost a few looks. Thread-safe.
 */
public final class SharedLook {
  private static final class Turn {
    private boolean done;
  }

  private final ReentrantLock looking = new ReentrantLock();
  private @Nullable Turn next;

  /** None so far. */
  public SharedLook() {}

  /**
   * Returns once a look has ended well that began after this call; takes it if nobody else does.
   * One that fails is its own taker's failure: the others take another.
   */
  public void await(Runnable look) {
    Turn mine = join();
    looking.lock();
    try {
      if (!mine.done) {
        leave(mine);
        look.run();
        mine.done = true;
      }
    } finally {
      looking.unlock();
    }
  }

  private synchronized Turn join() {
    Turn turn = next == null ? new Turn() : next;
    next = turn;
    return turn;
  }

  /** Who comes from now on waits for the look after this one. */
  private synchronized void leave(Turn turn) {
    if (next == turn) {
      next = null;
    }
  }
}
