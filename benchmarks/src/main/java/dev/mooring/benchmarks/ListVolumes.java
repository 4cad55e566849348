package dev.mooring.benchmarks;

import static dev.mooring.volume.Capacity.gb;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Target;
import dev.mooring.drive.CloudDrive;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Listing 10,000 drives with who holds them: through the SDK, and the same objects page by page
 * through fabric8's client alone; and how much heap is in use meanwhile, beside a tenth of them.
 */
public final class ListVolumes {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int MANY = 10_000;
  private static final int TENTH = AttachedClaims.TENTH;
  private static final long PAGE = 500;

  private ListVolumes() {}

  /** Takes the configuration of a cluster, or {@code embedded}; the number of runs; of drives. */
  public static void main(String[] args) throws IOException {
    int runs = Place.count(args, 5);
    int many = args.length < 3 ? MANY : Integer.parseInt(args[2]);
    if (args.length > 0 && args[0].equals("embedded")) {
      embedded(runs, many);
      return;
    }
    RequestLog log = RequestLog.open();
    try (Place small = Place.of(args, "benchmarks-few");
        Place large = Place.of(args, "benchmarks-many");
        AttachedClaims some = new AttachedClaims(small);
        AttachedClaims all = new AttachedClaims(large)) {
      some.create(many / TENTH);
      all.create(many);
      cluster(log, small, large, runs);
    }
  }

  private static void cluster(RequestLog log, Place small, Place large, int runs) {
    sdk(large.storage);
    raw(large);
    List<Long> ours = new ArrayList<>();
    List<Long> theirs = new ArrayList<>();
    Map<String, Integer> sent = new TreeMap<>();
    Map<String, Integer> rawSent = new TreeMap<>();
    Seen seen = new Seen(0, 0);
    for (int i = 0; i < runs; i++) {
      for (int turn = 0; turn < 2; turn++) {
        log.take();
        long start = System.nanoTime();
        if ((i + turn) % 2 == 0) {
          seen = sdk(large.storage);
          ours.add(System.nanoTime() - start);
          sent = counted(log.take());
        } else {
          raw(large);
          theirs.add(System.nanoTime() - start);
          rawSent = counted(log.take());
        }
      }
    }
    Table table =
        new Table("list " + seen.drives + " drives, " + seen.held + " attached", "figure");
    table.row("median through the SDK, ms", millis(Quantile.median(ours)));
    table.row("median through fabric8 alone, ms", millis(Quantile.median(theirs)));
    table.row(
        "ratio, goal 1.10",
        String.format("%.2f", (double) Quantile.median(ours) / Quantile.median(theirs)));
    sent.forEach((path, times) -> table.row("requests of the SDK for " + path, times));
    rawSent.forEach((path, times) -> table.row("requests of fabric8 for " + path, times));
    System.out.println(table);
    heap(small.storage, large.storage);
  }

  private static void embedded(int runs, int many) throws IOException {
    Path few = Files.createTempDirectory("mooring-benchmark-few-");
    Path lots = Files.createTempDirectory("mooring-benchmark-many-");
    try (StorageClient small = StorageClient.embedded(few);
        StorageClient large = StorageClient.embedded(lots)) {
      create(small, many / TENTH);
      create(large, many);
      sdk(small);
      sdk(large);
      List<Long> ofFew = new ArrayList<>();
      List<Long> ofMany = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        ofFew.add(timed(small));
        ofMany.add(timed(large));
      }
      int tenth = many / TENTH;
      double each = (double) Quantile.median(ofFew) / tenth;
      double eachOfMany = (double) Quantile.median(ofMany) / many;
      Table table =
          new Table("embedded, median", many / TENTH + " drives", many + " drives", "ratio");
      table.row(
          "µs for each drive",
          String.format("%.1f", each / 1e3),
          String.format("%.1f", eachOfMany / 1e3),
          String.format("%.2f", eachOfMany / each));
      System.out.println(table);
      heap(small, large);
    } finally {
      Folders.delete(few);
      Folders.delete(lots);
    }
  }

  private static void create(StorageClient storage, int drives) {
    for (int i = 0; i < drives; i++) {
      CloudDrive drive =
          storage.cloudDrives().create("other-" + i, d -> d.size(gb(1))).await(LIMIT);
      if (i % TENTH == 0) {
        storage.attachments().to(Target.instance("to-" + i)).mount(drive, "/data").plan().apply();
      }
    }
  }

  /** What a list showed. */
  private record Seen(int drives, int held) {}

  private static Seen sdk(StorageClient storage) {
    int[] seen = new int[2];
    storage
        .cloudDrives()
        .list()
        .forEach(
            drive -> {
              seen[0]++;
              seen[1] += drive.attachments().size();
            });
    return new Seen(seen[0], seen[1]);
  }

  private static long timed(StorageClient storage) {
    long start = System.nanoTime();
    Seen unused = sdk(storage);
    return System.nanoTime() - start;
  }

  /** Claims, targets and their pods. */
  private static void raw(Place place) {
    String account = "mooring.dev/account";
    pages(place.raw.persistentVolumeClaims().inNamespace(place.namespace).withLabel(account));
    pages(place.raw.configMaps().inNamespace(place.namespace).withLabel(account));
    pages(place.raw.pods().inNamespace(place.namespace).withLabel("mooring.dev/target"));
  }

  private static <T extends HasMetadata, L extends KubernetesResourceList<T>> void pages(
      FilterWatchListDeletable<T, L, ?> all) {
    String next = null;
    do {
      L page = all.list(new ListOptionsBuilder().withLimit(PAGE).withContinue(next).build());
      next = page.getMetadata().getContinue();
    } while (next != null && !next.isEmpty());
  }

  /** Method and path of requests, counted. */
  private static Map<String, Integer> counted(List<String> requests) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String request : requests) {
      String path = request.replaceAll("\\?.*", "").replaceAll(".*/", "");
      counts.merge(request.contains("watch=") ? path + ", a watch" : path, 1, Integer::sum);
    }
    return counts;
  }

  private static void heap(StorageClient small, StorageClient large) {
    long few = growth(small);
    long many = growth(large);
    Table table = new Table("most heap in use while a list is read, less that before", "MiB");
    table.row("of few drives", String.format("%.1f", few / 1048576.0));
    table.row("of many drives", String.format("%.1f", many / 1048576.0));
    System.out.print(table);
  }

  /** Looked at each hundred drives, after a collection. */
  private static long growth(StorageClient storage) {
    long before = used();
    long[] most = new long[2];
    storage
        .cloudDrives()
        .list()
        .forEach(
            drive -> {
              if (most[1]++ % 100 == 0) {
                most[0] = Math.max(most[0], used() - before);
              }
            });
    return most[0];
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static String millis(long nanos) {
    return String.format("%.0f", nanos / 1e6);
  }
}
