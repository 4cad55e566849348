package dev.mooring.testkit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Does something in a thread of its own while a test goes on. The common pool has one thread on a
 * machine with two processors, so two blocking tasks in it would wait for each other for ever.
 */
public final class Aside {
  private static final Executor THREAD =
      task -> {
        Thread thread = new Thread(task, "aside");
        thread.setDaemon(true);
        thread.start();
      };

  private Aside() {}

  /** Begins to compute a value, and returns at once; its failure is that of the future. */
  public static <T> CompletableFuture<T> begin(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, THREAD);
  }

  /** Begins to do something, and returns at once; its failure is that of the future. */
  public static CompletableFuture<Void> run(Runnable work) {
    return CompletableFuture.runAsync(work, THREAD);
  }
}
