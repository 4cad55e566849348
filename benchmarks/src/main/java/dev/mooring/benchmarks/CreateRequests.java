package dev.mooring.benchmarks;

import static dev.mooring.volume.Capacity.gb;

import dev.mooring.StorageClient;
import dev.mooring.config.Configuration;
import dev.mooring.drive.CloudDrive;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How many requests the SDK sends to a cluster to create a drive, and which. */
public final class CreateRequests {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final RequestLog log = RequestLog.open();
  private final Map<String, List<List<String>>> sent = new LinkedHashMap<>();

  private CreateRequests() {}

  /** Takes the configuration of the cluster and the number of drives; 5 without. */
  public static void main(String[] args) {
    if (args.length == 0 || System.getenv("KUBECONFIG") == null) {
      System.err.println("Needs KUBECONFIG, and the configuration file as an argument.");
      System.exit(2);
    }
    int drives = args.length == 1 ? 5 : Integer.parseInt(args[1]);
    Configuration configuration = Configuration.load(Path.of(args[0]));
    new CreateRequests().measure(configuration, drives);
  }

  private void measure(Configuration configuration, int drives) {
    String run = UUID.randomUUID().toString().substring(0, 8);
    List<String> names = new ArrayList<>();
    try (StorageClient storage = StorageClient.connect(configuration)) {
      try {
        for (int i = 0; i < drives; i++) {
          String name = "requests-" + run + "-" + i;
          names.add(name);
          create(storage, name, i == 0 ? ", the client's first" : "");
        }
      } finally {
        names.forEach(name -> storage.cloudDrives().find(name).ifPresent(this::delete));
      }
    }
    print();
  }

  private void create(StorageClient storage, String name, String note) {
    log.take();
    CloudDrive drive = storage.cloudDrives().create(name, request -> request.size(gb(1)));
    count("create" + note);
    drive.await(LIMIT);
    count("wait until available" + note);
  }

  private void delete(CloudDrive drive) {
    log.take();
    drive.delete().await(LIMIT);
    count("delete and wait until gone");
  }

  private void count(String what) {
    sent.computeIfAbsent(what, key -> new ArrayList<>()).add(log.take());
  }

  private void print() {
    Table table = new Table("step", "times", "requests", "least", "most");
    sent.forEach(
        (what, times) -> {
          List<Long> counts = times.stream().map(t -> (long) t.size()).sorted().toList();
          table.row(
              what,
              counts.size(),
              Quantile.median(counts),
              counts.get(0),
              counts.get(counts.size() - 1));
        });
    System.out.printf("Requests sent to the cluster by the SDK, median%n%n%s%n", table);
    System.out.println("Those of the longest:");
    sent.forEach(
        (what, times) -> {
          System.out.println("  " + what);
          Collections.max(times, Comparator.comparingInt(List::size))
              .forEach(request -> System.out.println("    " + request));
        });
  }
}
