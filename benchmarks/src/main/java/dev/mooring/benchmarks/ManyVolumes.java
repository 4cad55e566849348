package dev.mooring.benchmarks;

import static dev.mooring.volume.Capacity.gb;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether reading and attaching one drive takes longer when the account has many others: the same
 * steps beside 100 and beside 10,000 other drives.
 */
public final class ManyVolumes {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int FEW = 100;
  private static final int MANY = 10_000;
  private static final int WARM_UP = 20;

  private final List<StorageClient> clients;
  private final String name;

  /** Takes two clients: one whose account has few other drives, one whose account has many. */
  private ManyVolumes(StorageClient few, StorageClient many, String name) {
    this.clients = List.of(few, many);
    this.name = name;
  }

  /** Takes the configuration of a cluster, or {@code embedded}; and the number of runs, or 60. */
  public static void main(String[] args) throws IOException {
    int runs = Place.count(args, 60);
    if (args.length > 0 && args[0].equals("embedded")) {
      embedded(runs);
      return;
    }
    try (Place few = Place.of(args, "benchmarks-few");
        Place many = Place.of(args, "benchmarks-many");
        OtherClaims someClaims = new OtherClaims(few);
        OtherClaims manyClaims = new OtherClaims(many)) {
      someClaims.create(FEW);
      manyClaims.create(MANY);
      new ManyVolumes(few.storage, many.storage, "one-" + few.run).measure(runs);
    }
  }

  private static void embedded(int runs) throws IOException {
    Path few = Files.createTempDirectory("mooring-benchmark-few-");
    Path many = Files.createTempDirectory("mooring-benchmark-many-");
    try (StorageClient beside = StorageClient.embedded(few);
        StorageClient amid = StorageClient.embedded(many)) {
      create(beside, FEW);
      create(amid, MANY);
      new ManyVolumes(beside, amid, "one").measure(runs);
    } finally {
      Folders.delete(few);
      Folders.delete(many);
    }
  }

  private static void create(StorageClient storage, int drives) {
    for (int i = 0; i < drives; i++) {
      storage.cloudDrives().create("other-" + i, drive -> drive.size(gb(1))).await(LIMIT);
    }
  }

  private void measure(int runs) {
    for (StorageClient client : clients) {
      client.cloudDrives().create(name, drive -> drive.size(gb(1))).await(LIMIT);
    }
    times(WARM_UP);
    List<Map<String, List<Long>>> times = times(runs);
    clients.forEach(client -> client.cloudDrives().named(name).delete().await(LIMIT));
    Table table = new Table("median, ms", "beside " + FEW, "beside " + MANY, "ratio, goal 1.20");
    times
        .get(0)
        .forEach(
            (step, nanos) -> {
              long few = Quantile.median(nanos);
              long many = Quantile.median(times.get(1).getOrDefault(step, List.of()));
              String ratio = String.format("%.2f", (double) many / few);
              table.row(step, millis(few), millis(many), ratio);
            });
    System.out.print(table);
  }

  /** Each step with both clients in turn, so that a busy machine slows both alike. */
  private List<Map<String, List<Long>>> times(int runs) {
    List<Map<String, List<Long>>> times = List.of(new LinkedHashMap<>(), new LinkedHashMap<>());
    for (int i = 0; i < runs; i++) {
      for (int client = 0; client < 2; client++) {
        steps(clients.get((i + client) % 2), times.get((i + client) % 2));
      }
    }
    return times;
  }

  private void steps(StorageClient storage, Map<String, List<Long>> times) {
    Target target = Target.instance("speed-" + name);
    time(times, "get", () -> storage.cloudDrives().named(name));
    time(
        times,
        "attach",
        () -> storage.attachments().to(target).mount(name, "/workspace").plan().apply());
    time(times, "detach", () -> storage.attachments().of(target).detachAll().await(LIMIT));
  }

  private static void time(Map<String, List<Long>> times, String step, Runnable work) {
    long start = System.nanoTime();
    work.run();
    times.computeIfAbsent(step, key -> new ArrayList<>()).add(System.nanoTime() - start);
  }

  private static String millis(long nanos) {
    return String.format("%.2f", nanos / 1e6);
  }
}
