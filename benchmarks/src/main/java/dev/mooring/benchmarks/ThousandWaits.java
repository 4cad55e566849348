package dev.mooring.benchmarks;

import static dev.mooring.volume.Capacity.gb;

import dev.mooring.drive.CloudDrive;
import dev.mooring.error.StorageException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Many waits at once in one process, for drives that stay pending: how many watches they open, what
 * they read, and how much more heap is in use while they wait. Threads' stacks are not heap.
 */
public final class ThousandWaits {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration LOOKED_AT = Duration.ofSeconds(30);

  private final RequestLog log;
  private final Place place;

  private ThousandWaits(RequestLog log, Place place) {
    this.log = log;
    this.place = place;
  }

  /** Takes the configuration of the cluster and the number of waits; 1,000 without. */
  public static void main(String[] args) throws InterruptedException {
    RequestLog log = RequestLog.open();
    try (Place place = Place.of(args)) {
      new ThousandWaits(log, place).measure(Place.count(args, 1_000));
    }
  }

  private void measure(int waits) throws InterruptedException {
    List<CloudDrive> drives = new ArrayList<>();
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      for (int i = 0; i < waits; i++) {
        drives.add(
            place
                .storage
                .cloudDrives()
                .create("wait-" + place.run + "-" + i, d -> d.size(gb(1)).profile("pending")));
      }
      long before = heap();
      log.take();
      CountDownLatch ended = new CountDownLatch(waits);
      CountDownLatch waiting = new CountDownLatch(waits);
      drives.forEach(
          drive ->
              threads.execute(
                  () -> {
                    try {
                      drive.await(LIMIT, progress -> waiting.countDown());
                    } catch (StorageException e) {
                      ended.countDown(); // it was deleted under the wait, which is how it ends here
                    }
                  }));
      waiting.await();
      TimeUnit.SECONDS.sleep(LOOKED_AT.toSeconds());
      long during = heap();
      print(waits, during - before, log.take());
      long start = System.nanoTime();
      delete(drives);
      boolean all = ended.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
      System.out.printf(
          "all drives deleted and all waits ended: %s, after %.1f s%n",
          all, (System.nanoTime() - start) / 1e9);
    } finally {
      threads.shutdownNow();
      delete(drives);
    }
  }

  private void delete(List<CloudDrive> drives) {
    drives.parallelStream().forEach(CloudDrive::delete);
    drives.clear();
  }

  /** Bytes of the heap that are in use after a collection. */
  private static long heap() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void print(int waits, long bytes, List<String> requests) {
    List<String> watches = requests.stream().filter(r -> r.contains("watch=")).toList();
    Table table = new Table("waits at once", "figure", "goal");
    table.row("waits", waits, "");
    table.row("more heap in use, MiB", String.format("%.1f", bytes / 1048576.0), "64");
    table.row(
        "watches of claims, one after another", count(watches, "/persistentvolumeclaims"), "");
    table.row("watches of their events, likewise", count(watches, "/events"), "");
    table.row("other requests until 30 s after all wait", requests.size() - watches.size(), "");
    System.out.print(table);
  }

  private static long count(List<String> requests, String what) {
    return requests.stream().filter(r -> r.contains(what)).count();
  }
}
