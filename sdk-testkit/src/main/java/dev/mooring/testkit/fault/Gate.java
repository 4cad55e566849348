package dev.mooring.testkit.fault;

import java.util.concurrent.CountDownLatch;

/**
 * A place where one call waits until a test lets it go: the test does what it likes meanwhile, for
 * example kill the process that made it. Thread-safe; serves one call.
 */
public final class Gate {
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);
  private final boolean afterEffect;
  private volatile boolean passes;

  private Gate(boolean afterEffect) {
    this.afterEffect = afterEffect;
  }

  /** A gate before the effect: nothing has happened yet. */
  public static Gate beforeEffect() {
    return new Gate(false);
  }

  /** A gate after the effect: it is done, and the caller does not know yet. */
  public static Gate afterEffect() {
    return new Gate(true);
  }

  /** Whether it holds calls after their effect. */
  public boolean isAfterEffect() {
    return afterEffect;
  }

  /**
   * Waits until a call is held. Without a limit: give the test one, or ask {@link #held}.
   *
   * @throws AssertionError when the thread is interrupted
   */
  public void awaitHeld() {
    await(reached);
  }

  /** Whether a call is held, or was. */
  public boolean held() {
    return reached.getCount() == 0;
  }

  /** Lets the call, or its answer, go on its way. */
  public void pass() {
    passes = true;
    opened.countDown();
  }

  /** Ends the call without an answer: before the effect, without the effect too. */
  public void drop() {
    opened.countDown();
  }

  /**
   * Waits at the gate, as the call does, until it is opened.
   *
   * @return whether the call may go on
   * @throws AssertionError when the thread is interrupted
   */
  public boolean hold() {
    reached.countDown();
    await(opened);
    return passes;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted at a gate", e);
    }
  }
}
