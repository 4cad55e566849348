package dev.mooring.testkit.store;

import dev.mooring.spi.RecordStore;
import dev.mooring.spi.VolumeRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the topics of the contract share: stores that are empty at the start of each test. */
abstract class StoreTopic {
  private StoreFixture fixture = new NoStores();

  abstract StoreFixture open();

  @BeforeEach
  void begin() {
    fixture = open();
  }

  @AfterEach
  void end() {
    fixture.close();
  }

  StoreFixture fixture() {
    return fixture;
  }

  /** The sample account's drives, without a quota. */
  RecordStore<VolumeRecord> drives() {
    return fixture.volumes(SampleRecords.ACCOUNT, SampleRecords.REGION, null);
  }

  /** Runs the same call many times at once. */
  static <T> List<T> race(int threads, IntFunction<Callable<T>> call) throws InterruptedException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<T>> calls = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        calls.add(call.apply(i));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> future : executor.invokeAll(calls)) {
        answers.add(future.get());
      }
      return answers;
    } catch (ExecutionException e) {
      throw new AssertionError("a racing call failed", e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }
}
