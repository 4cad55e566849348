package dev.mooring.embedded;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.operation.OperationType;
import dev.mooring.profile.Profile;
import dev.mooring.region.QuotaUsage;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.fault.InterceptedBackend;
import dev.mooring.testkit.fault.Interceptor;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.VolumeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The quota of a profile")
class QuotaRaceTest {
  private static final int RACERS = 4;

  /** Lets creations store their records only once all of them have passed the sum before. */
  private final CyclicBarrier summed = new CyclicBarrier(RACERS);

  private volatile boolean racing;

  private final Interceptor together =
      call -> {
        if (racing && (call.name().equals("volumes.create") || first(call))) {
          summed.await(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        return call.proceed();
      };

  /** Whether a growth is about to be stored for the first time. */
  private static boolean first(Interceptor.Call call) {
    return call.name().equals("volumes.swap")
        && call.argument() instanceof VolumeRecord record
        && record.running(OperationType.RESIZE).filter(o -> o.events().size() == 1).isPresent();
  }

  @AutoClose
  private final StorageClient storage =
      StorageClient.builder()
          .region(
              "local",
              RegionConfiguration.of(new InterceptedBackend(Embedded.inMemory(), together))
                  .withProfiles(
                      List.of(
                          Profile.of("block", VolumeKind.DRIVE, "fast-rwo")
                              .withQuota(gb(2))
                              .asDefault(),
                          Profile.of("wide", VolumeKind.DRIVE, "fast-rwo").withQuota(gb(20)),
                          Profile.of("free", VolumeKind.DRIVE, "fast-rwo"))))
          .build();

  private Optional<CloudDrive> create(String name) {
    try {
      return Optional.of(storage.cloudDrives().create(name, d -> d.size(gb(1))));
    } catch (QuotaExceededException e) {
      assertThat(e.used().orElseThrow() + e.asked().orElseThrow())
          .as("what is told does not fit")
          .isGreaterThan(e.limit().orElseThrow());
      return Optional.empty();
    }
  }

  @Test
  @DisplayName("holds against creations that all passed the sum before; nothing is left over")
  void race() throws Exception {
    racing = true;
    ExecutorService threads = Executors.newFixedThreadPool(RACERS);
    List<Future<Optional<CloudDrive>>> answers = new ArrayList<>();
    for (int i = 0; i < RACERS; i++) {
      String name = "d" + i;
      answers.add(threads.submit(() -> create(name)));
    }
    List<String> won = new ArrayList<>();
    for (Future<Optional<CloudDrive>> answer : answers) {
      answer.get().ifPresent(drive -> won.add(drive.name()));
    }
    threads.shutdown();

    assertThat(won).as("as many as fit").hasSize(2);
    assertThat(storage.cloudDrives().list())
        .extracting(CloudDrive::name)
        .containsExactlyInAnyOrderElementsOf(won);
    assertThat(storage.regions().quotas("local"))
        .extracting(QuotaUsage::toString)
        .contains("the quota of profile block: 2GB used of 2GB");
  }

  private boolean grown(String name) {
    try {
      storage.cloudDrives().named(name).resize(gb(6)).await();
      return true;
    } catch (QuotaExceededException e) {
      return false;
    }
  }

  @Test
  @DisplayName("holds against growths and creations that all passed the sum before")
  void growths() throws Exception {
    for (int i = 0; i < RACERS; i++) {
      Capacity size = gb(i < 3 ? 4 : 1);
      storage.cloudDrives().create("g" + i, d -> d.size(size).profile("wide")).await();
    }
    racing = true;
    ExecutorService threads = Executors.newFixedThreadPool(RACERS);
    List<Future<Boolean>> answers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String name = "g" + i;
      answers.add(threads.submit(() -> grown(name)));
    }
    answers.add(
        threads.submit(
            () -> {
              try {
                storage.cloudDrives().create("new", d -> d.size(gb(2)).profile("wide"));
                return true;
              } catch (QuotaExceededException e) {
                return false;
              }
            }));
    List<Boolean> won = new ArrayList<>();
    for (Future<Boolean> answer : answers) {
      won.add(answer.get());
    }
    threads.shutdown();

    assertThat(won).as("7 GB are left, and each asks for 2 GB").filteredOn(w -> w).hasSize(3);
    for (int i = 0; i < 3; i++) {
      CloudDrive drive = storage.cloudDrives().named("g" + i);
      assertThat(drive.size()).isEqualTo(won.get(i) ? gb(6) : gb(4));
      assertThat(drive.sizes()).hasSize(won.get(i) ? 2 : 1);
    }
    assertThat(storage.cloudDrives().find("new").isPresent()).isEqualTo(won.get(3));
  }

  @Test
  @DisplayName("counts its own volumes only, and is told by the plan")
  void ownVolumes() {
    storage.cloudDrives().create("elsewhere", d -> d.size(gb(9)).profile("free"));
    assertThat(create("one")).isPresent();
    assertThat(create("two")).isPresent();

    assertThat(create("three")).isEmpty();
    assertThat(storage.cloudDrives().plan(CreateDrive.named("three").size(gb(1))).violations())
        .singleElement()
        .asString()
        .contains("the quota of profile block is 2GB, 2GB are used, and 1GB are asked for");
  }
}
