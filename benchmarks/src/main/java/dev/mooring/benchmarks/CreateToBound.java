package dev.mooring.benchmarks;

import static dev.mooring.volume.Capacity.gb;

import dev.mooring.drive.CloudDrive;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * What the SDK costs beside the plain Kubernetes client when a drive is created and waited for, and
 * how long after the cluster's word {@code Bound} its wait returns. The two take turns, so that a
 * busy cluster slows both alike.
 */
public final class CreateToBound {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int WARM_UP = 10;

  private final Place place;
  private final String storageClass;
  private final Map<String, Long> bound = new ConcurrentHashMap<>();
  private final List<Long> sdk = new ArrayList<>();
  private final List<Long> plain = new ArrayList<>();
  private final List<Long> lag = new ArrayList<>();

  private CreateToBound(Place place) {
    this.place = place;
    this.storageClass = place.storageClass("block");
  }

  /** Takes the configuration of the cluster and the number of drives; 100 without. */
  public static void main(String[] args) {
    try (Place place = Place.of(args)) {
      new CreateToBound(place).measure(Place.count(args, 100));
    }
  }

  private void measure(int drives) {
    Watch watch = watch();
    try {
      for (int i = 0; i < drives + WARM_UP; i++) {
        boolean sdkFirst = i % 2 == 0;
        long before = sdkFirst ? 0 : plainly(i);
        long viaSdk = create(i);
        long viaPlain = sdkFirst ? plainly(i) : before;
        if (i < WARM_UP) {
          lag.clear();
        } else {
          sdk.add(viaSdk);
          plain.add(viaPlain);
        }
      }
    } finally {
      watch.close();
    }
    print();
  }

  private Watch watch() {
    return place
        .raw
        .persistentVolumeClaims()
        .inNamespace(place.namespace)
        .watch(
            new Watcher<>() {
              @Override
              public void eventReceived(Action action, PersistentVolumeClaim claim) {
                if (isBound(claim)) {
                  bound.putIfAbsent(claim.getMetadata().getName(), System.nanoTime());
                }
              }

              @Override
              public void onClose(WatcherException cause) {
                throw new IllegalStateException("the watch that takes the time ended", cause);
              }
            });
  }

  private static boolean isBound(PersistentVolumeClaim claim) {
    return claim.getStatus() != null && "Bound".equals(claim.getStatus().getPhase());
  }

  /** Creates through the SDK, and deletes; returns the time until it is available. */
  private long create(int i) {
    long start = System.nanoTime();
    CloudDrive drive =
        place
            .storage
            .cloudDrives()
            .create("speed-" + place.run + "-" + i, request -> request.size(gb(1)))
            .await(LIMIT);
    long end = System.nanoTime();
    Long told = bound.get(drive.backendDetails().get("persistentVolumeClaim"));
    // Without its time the wait returned before the watch beside it had the news.
    lag.add(told == null ? 0 : Math.max(0, end - told));
    drive.delete().await(LIMIT);
    return end - start;
  }

  /** Creates with the plain client, and deletes; returns the time until it is bound. */
  private long plainly(int i) {
    PersistentVolumeClaim wanted =
        new PersistentVolumeClaimBuilder()
            .withNewMetadata()
            .withName("plain-" + place.run + "-" + i)
            .withNamespace(place.namespace)
            .endMetadata()
            .withNewSpec()
            .withAccessModes("ReadWriteOncePod")
            .withStorageClassName(storageClass)
            .withVolumeMode("Filesystem")
            .withNewResources()
            .addToRequests("storage", new Quantity(Long.toString(gb(1).bytes())))
            .endResources()
            .endSpec()
            .build();
    var resource = place.raw.persistentVolumeClaims().resource(wanted);
    long start = System.nanoTime();
    resource.create();
    resource.waitUntilCondition(
        claim -> claim != null && isBound(claim), LIMIT.toSeconds(), TimeUnit.SECONDS);
    long end = System.nanoTime();
    resource.delete();
    resource.waitUntilCondition(claim -> claim == null, LIMIT.toSeconds(), TimeUnit.SECONDS);
    return end - start;
  }

  private void print() {
    Table table = new Table("create until bound, ms", "runs", "median", "p90", "p99");
    row(table, "SDK", sdk);
    row(table, "plain client", plain);
    row(table, "from Bound until await returns", lag);
    System.out.printf(
        "%s%nSDK / plain client, medians: %.3f (goal: at most 1.05)%n"
            + "from Bound until await returns, p99: %.1f ms (goal: at most 50)%n",
        table,
        (double) Quantile.median(sdk) / Quantile.median(plain),
        Quantile.of(lag, 0.99) / 1e6);
  }

  private static void row(Table table, String what, List<Long> nanos) {
    table.row(
        what,
        nanos.size(),
        millis(Quantile.median(nanos)),
        millis(Quantile.of(nanos, 0.9)),
        millis(Quantile.of(nanos, 0.99)));
  }

  private static String millis(long nanos) {
    return String.format("%.1f", nanos / 1e6);
  }
}
