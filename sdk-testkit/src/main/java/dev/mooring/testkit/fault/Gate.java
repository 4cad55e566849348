package dev.mooring.testkit.fault.http;

import java.util.concurrent.CountDownLatch;

/**
 * A place where one request waits until a test lets it go: the test does what it likes meanwhile,
 * for example kill the process that sent it. Thread-safe; serves one request.
 */
public final class Gate {
  /** What becomes of the request once the gate is open. */
  enum Verdict {
    PASS,
    DROP
  }

  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);
  private final boolean afterEffect;
  private volatile Verdict verdict = Verdict.DROP;

  private Gate(boolean afterEffect) {
    this.afterEffect = afterEffect;
  }

  /** A gate before the effect: the server has not seen the request. */
  public static Gate beforeEffect() {
    return new Gate(false);
  }

  public static Gate afterEffect() {
    return new Gate(true);
  }

  /** Whether the server has seen the request when it is held. */
  boolean isAfterEffect() {
    return afterEffect;
  }

  /**
   * Waits until a request is held at the gate. Without a limit: give the test one.
   *
   * @throws AssertionError when the thread is interrupted
   */
  public void awaitHeld() {
    await(reached);
  }

  /** Whether a request is held, or was. */
  public boolean held() {
    return reached.getCount() == 0;
  }

  /** Lets the request, or its answer, go on its way. */
  public void pass() {
    verdict = Verdict.PASS;
    opened.countDown();
  }

  /** Ends the request's connection: before the effect the server never sees it. */
  public void drop() {
    opened.countDown();
  }

  Verdict hold() {
    reached.countDown();
    await(opened);
    return verdict;
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
