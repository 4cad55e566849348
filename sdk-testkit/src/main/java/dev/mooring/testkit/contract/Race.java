package dev.mooring.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Lets several threads begin at the same moment. */
final class Race {
  private static final long LIMIT_SECONDS = 240;

  private Race() {}

  /** The answers of all runners, by their number; fails as soon as one of them failed. */
  static <T> List<T> run(int runners, IntFunction<T> job) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(runners);
    try {
      CountDownLatch start = new CountDownLatch(runners);
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < runners; i++) {
        int number = i;
        futures.add(
            threads.submit(
                () -> {
                  start.countDown();
                  start.await();
                  return job.apply(number);
                }));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> future : futures) {
        answers.add(future.get(LIMIT_SECONDS, TimeUnit.SECONDS));
      }
      return answers;
    } catch (ExecutionException e) {
      throw new AssertionError("a runner failed: " + e.getCause(), e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
