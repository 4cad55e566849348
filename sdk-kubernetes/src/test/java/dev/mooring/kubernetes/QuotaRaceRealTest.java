package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.config.Limits;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.profile.Profile;
import dev.mooring.testkit.Eventually;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients of several processes create at one moment, and only the SDK limits them. */
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

  private static void race(String word, UnaryOperator<RegionConfiguration> limits)
      throws Exception {
    List<StorageClient> clients = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      for (int i = 0; i < CLIENTS; i++) {
        StorageClient client = client(limits);
        assertThat(client.cloudDrives().list()).as("connected, and all is gone").isEmpty();
        clients.add(client);
      }
      for (int round = 0; round < ROUNDS; round++) {
        List<Future<Boolean>> answers = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
          StorageClient client = clients.get(i);
          String name = word + "-" + round + "-" + i;
          answers.add(threads.submit(() -> created(client, name)));
        }
        long won = 0;
        for (Future<Boolean> answer : answers) {
          won += got(answer) ? 1 : 0;
        }
        assertThat(won).as("round %s", round).isBetween(0L, (long) FIT);
        assertLeft(clients.get(0), won);
        clients.get(0).cloudDrives().list().toList().forEach(d -> d.purge().await(PATIENCE));
        assertLeft(clients.get(0), 0);
      }
    } finally {
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
