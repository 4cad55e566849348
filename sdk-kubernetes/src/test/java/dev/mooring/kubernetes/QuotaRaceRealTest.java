package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.config.Limits;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.drive.CloudDrive;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.profile.Profile;
import dev.mooring.testkit.Eventually;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients create, or grow, at one moment, and only the SDK limits them. */
@Tag("real")
class QuotaRaceRealTest {
  private static final int CLIENTS = 6;
  private static final int ROUNDS = 5;
  private static final int FIT = 2;
  private static final Duration PATIENCE = Eventually.PATIENCE;

  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  @Test
  void racing_creates_do_not_pass_the_limit_of_the_account() throws Exception {
    race("account", region -> region.withLimits(new Limits(gb(FIT), 8)));
  }

  @Test
  void racing_creates_do_not_pass_the_limit_of_a_profile() throws Exception {
    race(
        "profile",
        region ->
            region.withProfiles(
                region.profiles().stream().map(QuotaRaceRealTest::limited).toList()));
  }

  private static Profile limited(Profile profile) {
    return profile.isDefault() ? profile.withQuota(gb(FIT)) : profile;
  }

  private static StorageClient client(UnaryOperator<RegionConfiguration> limits) {
    RegionConfiguration region =
        RegionConfiguration.of(Cluster.backend(NAMESPACE))
            .withProfiles(Cluster.profiles(Cluster.LOOP_BACKED));
    return StorageClient.builder()
        .account("acme")
        .region(Cluster.REGION, limits.apply(region))
        .build();
  }

  @Test
  void racing_growths_do_not_pass_the_limit_of_the_account() throws Exception {
    try (Racers racers =
        new Racers(region -> region.withLimits(new Limits(gb(CLIENTS + FIT), 8)))) {
      StorageClient first = racers.clients.get(0);
      long all = 0;
      for (int round = 0; round < ROUNDS; round++) {
        String word = "growth-" + round + "-";
        for (int i = 0; i < CLIENTS; i++) {
          first.cloudDrives().create(word + i, d -> d.size(gb(1))).await(PATIENCE);
        }
        List<Boolean> won = racers.race((client, i) -> grown(client, word + i));
        assertThat(won).as("round %s", round).filteredOn(w -> w).hasSizeBetween(0, FIT);
        for (int i = 0; i < CLIENTS; i++) {
          CloudDrive drive = first.cloudDrives().named(word + i);
          assertThat(drive.size()).isEqualTo(won.get(i) ? gb(2) : gb(1));
          assertThat(requested(drive)).isEqualTo(drive.size().bytes());
        }
        all += won.stream().filter(w -> w).count();
        purge(first);
      }
      System.out.printf("Quota: %d of %d growths fitted%n", all, ROUNDS * FIT);
      assertThat(all).as("growths of all rounds").isPositive();
    }
  }

  private static boolean grown(StorageClient client, String name) {
    try {
      client.cloudDrives().named(name).resize(gb(2));
      return true;
    } catch (QuotaExceededException e) {
      assertThat(e.limit()).hasValue(gb(CLIENTS + FIT).bytes());
      return false;
    }
  }

  private static long requested(CloudDrive drive) {
    Quantity asked =
        NAMESPACE
            .admin()
            .persistentVolumeClaims()
            .inNamespace(NAMESPACE.name())
            .withLabel("mooring.dev/name", drive.name())
            .list()
            .getItems()
            .get(0)
            .getSpec()
            .getResources()
            .getRequests()
            .get("storage");
    return Objects.requireNonNull(asked).getNumericalAmount().longValueExact();
  }

  private static void race(String word, UnaryOperator<RegionConfiguration> limits)
      throws Exception {
    try (Racers racers = new Racers(limits)) {
      for (int round = 0; round < ROUNDS; round++) {
        String prefix = word + "-" + round + "-";
        long won =
            racers.race((client, i) -> created(client, prefix + i)).stream().filter(w -> w).count();
        assertThat(won).as("round %s", round).isBetween(0L, (long) FIT);
        assertLeft(racers.clients.get(0), won);
        purge(racers.clients.get(0));
      }
    }
  }

  private static void purge(StorageClient client) {
    client.cloudDrives().list().toList().forEach(d -> d.purge().await(PATIENCE));
    assertLeft(client, 0);
  }

  /** Clients that are connected, each with a thread. */
  private static final class Racers implements AutoCloseable {
    final List<StorageClient> clients = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

    Racers(UnaryOperator<RegionConfiguration> limits) {
      for (int i = 0; i < CLIENTS; i++) {
        StorageClient client = client(limits);
        clients.add(client);
        assertThat(client.cloudDrives().list()).as("connected, and all is gone").isEmpty();
      }
    }

    /** What each was answered when all do something at once. */
    List<Boolean> race(BiFunction<StorageClient, Integer, Boolean> doing) throws Exception {
      List<Future<Boolean>> answers = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int number = i;
        answers.add(threads.submit(() -> doing.apply(clients.get(number), number)));
      }
      List<Boolean> got = new ArrayList<>();
      for (Future<Boolean> answer : answers) {
        got.add(got(answer));
      }
      return got;
    }

    @Override
    public void close() {
      threads.shutdownNow();
      clients.forEach(StorageClient::close);
    }
  }

  private static boolean created(StorageClient client, String name) {
    try {
      client.cloudDrives().create(name, d -> d.size(gb(1)));
      return true;
    } catch (QuotaExceededException e) {
      assertThat(e.limit()).hasValue(gb(FIT).bytes());
      assertThat(e.asked()).hasValue(gb(1).bytes());
      return false;
    }
  }

  private static boolean got(Future<Boolean> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new AssertionError("no refusal, but", e.getCause());
    }
  }

  /** Those that were told are there, and nothing else: no claim, and no volume behind one. */
  private static void assertLeft(StorageClient client, long expected) {
    Eventually.holds(
        "claims and volumes of " + expected + " drives are left",
        () ->
            client.cloudDrives().list().count() == expected
                && NAMESPACE
                        .admin()
                        .persistentVolumeClaims()
                        .inNamespace(NAMESPACE.name())
                        .list()
                        .getItems()
                        .size()
                    == expected
                && volumes() <= expected);
  }

  private static long volumes() {
    return NAMESPACE.admin().persistentVolumes().list().getItems().stream()
        .filter(QuotaRaceRealTest::ours)
        .count();
  }

  private static boolean ours(PersistentVolume volume) {
    return volume.getSpec().getClaimRef() != null
        && NAMESPACE.name().equals(volume.getSpec().getClaimRef().getNamespace());
  }
}
