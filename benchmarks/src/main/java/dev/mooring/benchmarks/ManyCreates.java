package dev.mooring.benchmarks;

import static dev.mooring.volume.Capacity.gb;

import dev.mooring.drive.CloudDrive;
import dev.mooring.volume.VolumeStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many drives created and awaited at once through one client: how many requests each costs, whether
 * all become available, and whether some wait much longer than others.
 */
public final class ManyCreates {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private ManyCreates() {}

  /** When the answer to a create came, and when its drive was available, both since the start. */
  private record Times(long created, long available, VolumeStatus status) {}

  /** Takes the configuration of the cluster and the number of drives; 200 without. */
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    RequestLog log = RequestLog.open();
    try (Place place = Place.of(args)) {
      int drives = Place.count(args, 200);
      ExecutorService threads = Executors.newFixedThreadPool(drives);
      try {
        create(log, place, threads, drives);
      } finally {
        threads.shutdown();
        place
            .storage
            .cloudDrives()
            .list()
            .filter(drive -> drive.name().startsWith("at-once-" + place.run))
            .toList()
            .parallelStream()
            .map(CloudDrive::delete)
            .forEach(deletion -> deletion.await(LIMIT));
      }
    }
  }

  private static void create(RequestLog log, Place place, ExecutorService threads, int drives)
      throws InterruptedException, ExecutionException {
    CloudDrive first = create(place, "first").await(LIMIT); // opens the watch
    log.take();
    CountDownLatch begin = new CountDownLatch(1);
    long[] start = new long[1];
    List<Future<Times>> running = new ArrayList<>();
    for (int i = 0; i < drives; i++) {
      String name = String.valueOf(i);
      running.add(
          threads.submit(
              () -> {
                begin.await();
                CloudDrive drive = create(place, name);
                long created = System.nanoTime() - start[0];
                VolumeStatus status = drive.await(LIMIT).status();
                return new Times(created, System.nanoTime() - start[0], status);
              }));
    }
    start[0] = System.nanoTime();
    begin.countDown();
    List<Times> times = new ArrayList<>();
    for (Future<Times> one : running) {
      times.add(one.get());
    }
    print(times, log.take());
    first.delete().await(LIMIT);
  }

  private static CloudDrive create(Place place, String name) {
    return place
        .storage
        .cloudDrives()
        .create("at-once-" + place.run + "-" + name, drive -> drive.size(gb(1)));
  }

  private static void print(List<Times> times, List<String> requests) {
    int drives = times.size();
    Map<String, Long> counts = new TreeMap<>();
    requests.forEach(r -> counts.merge(kind(r), 1L, Long::sum));
    Table table = new Table(drives + " creates at once", "figure", "goal");
    long bound = times.stream().filter(t -> t.status() == VolumeStatus.AVAILABLE).count();
    table.row("available", bound, drives);
    table.row(
        "requests for each, waiting included",
        String.format("%.2f", (double) requests.size() / drives),
        "4");
    counts.forEach((kind, number) -> table.row("  " + kind, number, ""));
    List<Long> created = times.stream().map(Times::created).toList();
    List<Long> available = times.stream().map(Times::available).toList();
    row(table, "create returns", created);
    row(table, "available", available);
    System.out.print(table);
  }

  private static String kind(String request) {
    String path = request.replaceAll("\\?.*", "");
    String noun =
        path.replaceAll(".*/(namespaces/[^/]+|v[0-9][a-z0-9]*)/", "").replaceAll("/.*", "");
    boolean one = path.matches(".*/namespaces/[^/]+/[^/]+/.+");
    String method = path.replaceAll(" .*", "");
    return request.contains("watch=")
        ? "watch of " + noun
        : method + (one ? " one of " : " ") + noun;
  }

  private static void row(Table table, String what, List<Long> nanos) {
    table.row(what + ", s: first", seconds(Quantile.of(nanos, 0)), "");
    table.row(what + ", s: median", seconds(Quantile.median(nanos)), "");
    table.row(what + ", s: last", seconds(Quantile.of(nanos, 1)), "");
  }

  private static String seconds(long nanos) {
    return String.format("%.1f", nanos / 1e9);
  }
}
