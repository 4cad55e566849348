package dev.mooring.embedded.adopt;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.access.Owner;
import dev.mooring.adoption.AdoptVolume;
import dev.mooring.adoption.StaticVolumeSpec;
import dev.mooring.config.Limits;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.drive.CloudDrive;
import dev.mooring.embedded.Embedded;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.OutcomeUnknownException;
import dev.mooring.error.Problem;
import dev.mooring.error.ProtectedException;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.error.StorageException;
import dev.mooring.operation.Change;
import dev.mooring.operation.OperationState;
import dev.mooring.operation.OperationType;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Backend;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.fault.Crash;
import dev.mooring.testkit.fault.InterceptedBackend;
import dev.mooring.testkit.fault.Interceptor;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A claim that others made")
class AdoptionTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path folder;

  private final RememberedClaims cluster = new RememberedClaims();
  private final List<StorageClient> clients = new ArrayList<>();
  private StorageClient storage;

  @BeforeEach
  void open() {
    storage = connect(behind());
    cluster.claims.put("data-mysql-0", RememberedClaims.SIZE);
  }

  @AfterEach
  void close() {
    clients.forEach(StorageClient::close);
  }

  private Backend behind() {
    return new AdoptingBackend(Embedded.at(folder.resolve("root")), cluster);
  }

  private StorageClient connect(Interceptor interceptor) {
    return connect(new InterceptedBackend(behind(), interceptor));
  }

  private StorageClient connect(Backend backend) {
    return connect(
        backend,
        List.of(
            Profile.of("block", VolumeKind.DRIVE, "fast-rwo").asDefault(),
            Profile.of("kept", VolumeKind.DRIVE, "fast-rwo").withTrash(Duration.ofDays(1)),
            Profile.of("shared", VolumeKind.FILESYSTEM, "shared-rwx").asDefault()));
  }

  private StorageClient connect(Backend backend, List<Profile> profiles) {
    StorageClient client =
        StorageClient.builder()
            .account("acme")
            .owner(Owner.user("ana"))
            .region(
                "us-central",
                RegionConfiguration.of(backend)
                    .withProfiles(profiles)
                    .withLimits(new Limits(gb(10), 100)))
            .build();
    clients.add(client);
    return client;
  }

  private static AdoptVolume request(String name) {
    return AdoptVolume.named(name).claim("data-mysql-0");
  }

  private CloudDrive adopt() {
    return storage.cloudDrives().adopt(request("mysql"));
  }

  @Test
  @DisplayName("is a volume like any, is the same when asked for again, and is only forgotten")
  void livesAndIsForgotten() {
    CloudDrive drive = storage.cloudDrives().adopt(request("mysql").profile("kept"));
    assertThat(drive.adopted()).isTrue();
    assertThat(drive.size().bytes()).isEqualTo(RememberedClaims.SIZE);
    assertThat(drive.operation().type()).isEqualTo(OperationType.ADOPT);
    assertThat(drive.operation().state()).isEqualTo(OperationState.SUCCEEDED);
    assertThat(drive.sizes()).hasSize(1);
    assertThat(storage.operations().find(drive.operation().id())).isPresent();
    assertThat(adopt().id()).isEqualTo(drive.id());
    assertThat(storage.cloudDrives().named("mysql").id()).isEqualTo(drive.id());
    assertThat(storage.cloudDrives().list()).hasSize(1);
    assertThat(drive.describe().findings().get(0).words()).contains("its data stays");
    assertThat(drive.planDelete().changes())
        .extracting(Change::action)
        .as("no trash will keep it")
        .containsExactly("delete");
    assertThat(drive.delete().await(LIMIT)).isEqualTo(drive.id());
    assertThat(storage.cloudDrives().find("mysql")).as("no trash keeps it").isEmpty();
    assertThat(cluster.claims).containsKey("data-mysql-0");
    assertThat(drive.release().await(LIMIT)).isEqualTo(drive.id());
    assertThat(adopt().id()).as("it may be adopted again").isNotEqualTo(drive.id());
  }

  @Test
  @DisplayName("is refused with all that stands against it")
  void isRefused() {
    InvalidRequestException all =
        catchThrowableOfType(
            InvalidRequestException.class,
            () ->
                storage
                    .cloudDrives()
                    .adopt(request("A").claim("other/x").size(gb(1)).mountPath("no")));
    assertThat(all.violations())
        .extracting(v -> v.field())
        .contains("name", "claim", "size", "mountPath");
    assertThatThrownBy(() -> storage.cloudDrives().adopt(AdoptVolume.named("x")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("claim");
    assertThatThrownBy(() -> storage.cloudDrives().adopt(request("x").claim("nothing")))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> storage.filesystems().adopt(request("x")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("ReadWriteMany");
    assertThatThrownBy(() -> storage.cloudDrives().adopt(request("x").profile("no")))
        .isInstanceOf(InvalidRequestException.class);
    cluster.claims.put("large", 11_000_000_000L);
    assertThatThrownBy(() -> storage.cloudDrives().adopt(request("x").claim("large")))
        .isInstanceOf(QuotaExceededException.class);
    adopt();
    assertThatThrownBy(() -> storage.cloudDrives().adopt(request("other")))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("drive/mysql");
    cluster.claims.put("second", RememberedClaims.SIZE);
    AlreadyExistsException taken =
        catchThrowableOfType(
            AlreadyExistsException.class,
            () -> storage.cloudDrives().adopt(request("mysql").claim("second")));
    assertThat(taken).isNotNull();
    assertThatThrownBy(() -> storage.cloudDrives().create("mysql", d -> d.size(gb(3))))
        .isInstanceOf(AlreadyExistsException.class);
    assertThat(storage.cloudDrives().list()).hasSize(1);
  }

  @Test
  @DisplayName("is not found, whatever the profiles are, when it is not there")
  void isNotThere() {
    StorageClient bare =
        connect(
            behind(),
            List.of(
                Profile.of("a", VolumeKind.DRIVE, "fast-rwo"),
                Profile.of("b", VolumeKind.DRIVE, "slow-rwo")));
    assertThatThrownBy(() -> bare.cloudDrives().adopt(request("x").claim("nothing")))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> bare.cloudDrives().adopt(request("x")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("profile");
  }

  @Test
  @DisplayName("is not adopted while it is a volume in the trash, and it is said how to get it")
  void inTheTrash() {
    AtomicReference<String> claim = new AtomicReference<>("");
    Interceptor watching =
        call -> {
          if (call.name().equals("volumes.create") && call.argument() instanceof VolumeRecord r) {
            claim.set(r.key());
          }
          return call.proceed();
        };
    CloudDrive made =
        connect(watching)
            .cloudDrives()
            .create("ws", d -> d.size(gb(1)).profile("kept"))
            .await(LIMIT);
    made.delete().await(LIMIT);
    assertThatThrownBy(() -> storage.cloudDrives().adopt(request("ws").claim(claim.get())))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("in the trash until");
  }

  @Test
  @DisplayName("is not made of a protected volume, and it is said since when it is one")
  void isNotReleasedWhileProtected() {
    CloudDrive made = storage.cloudDrives().create("ws", d -> d.size(gb(1))).await(LIMIT).protect();
    assertThatThrownBy(made::release)
        .isInstanceOf(ProtectedException.class)
        .hasMessageContaining("release drive/ws")
        .hasMessageContaining("protected since")
        .hasMessageContaining("Unprotect it first");
  }

  @Test
  @DisplayName("that a volume was is a claim again when it is released, and may be adopted")
  void released() {
    CloudDrive made =
        storage.cloudDrives().create("ws", d -> d.size(gb(1)).profile("kept")).await(LIMIT);
    made.release().await(LIMIT);
    assertThat(storage.cloudDrives().find("ws")).isEmpty();
    assertThat(cluster.claims).hasSize(2);
    String claim =
        cluster.claims.keySet().stream().filter(c -> c.startsWith("drive-")).findFirst().get();
    CloudDrive other = storage.cloudDrives().adopt(request("other").claim(claim));
    assertThatThrownBy(() -> storage.cloudDrives().create("ws", d -> d.size(gb(1))))
        .as("its claim has another name now")
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("drive/other");
    assertThat(storage.cloudDrives().find("ws")).isEmpty();
    other.release().await(LIMIT);
    assertThat(storage.cloudDrives().adopt(request("ws").claim(claim)).adopted()).isTrue();
  }

  @Test
  @DisplayName("may be made for a PersistentVolume without one, and stays when it is forgotten")
  void madeForAVolume() {
    AdoptVolume request = AdoptVolume.named("mysql").persistentVolume("pv-0");
    assertThatThrownBy(() -> storage.cloudDrives().adopt(request))
        .isInstanceOf(NotFoundException.class);
    InvalidRequestException all =
        catchThrowableOfType(
            InvalidRequestException.class,
            () ->
                storage
                    .cloudDrives()
                    .adopt(request.persistentVolume("pv.0").claim("c").size(gb(1))));
    assertThat(all.violations())
        .extracting(v -> v.field())
        .containsExactlyInAnyOrder("persistentVolume", "persistentVolume", "size");
    cluster.volumes.put("pv-0", RememberedClaims.SIZE);
    assertThatThrownBy(() -> storage.filesystems().adopt(request))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("ReadWriteMany");

    CloudDrive drive = storage.cloudDrives().adopt(request).await(LIMIT);
    assertThat(drive.adopted()).isTrue();
    assertThat(drive.size().bytes()).isEqualTo(RememberedClaims.SIZE);
    assertThat(storage.cloudDrives().adopt(request).id()).isEqualTo(drive.id());
    assertThatThrownBy(
            () -> storage.cloudDrives().adopt(AdoptVolume.named("x").persistentVolume("pv-0")))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("drive/mysql");
    drive.delete().await(LIMIT);
    assertThat(storage.cloudDrives().find("mysql")).isEmpty();
    assertThat(cluster.claims).containsKey("pv-0");
    assertThat(storage.cloudDrives().adopt(request("mysql").claim("pv-0")).adopted()).isTrue();
  }

  @Test
  @DisplayName("is made once for a PersistentVolume, wherever who adopts it dies")
  void anyDeathWithAVolume() {
    int deaths = 0;
    for (int step = 0; step < 20; step++) {
      String name = "pv-" + step;
      cluster.volumes.put(name, RememberedClaims.SIZE);
      AdoptVolume request = AdoptVolume.named("mysql").persistentVolume(name);
      boolean died = false;
      try {
        VolumeId unused =
            connect(Crash.after(step)).cloudDrives().adopt(request).delete().await(LIMIT);
      } catch (Crash.Death death) {
        died = true;
      }
      deaths += died ? 1 : 0;
      var unused = storage.recover();
      assertThat(storage.operations().running()).isEmpty();
      storage.cloudDrives().find("mysql").ifPresent(drive -> drive.delete().await(LIMIT));
      assertThat(storage.cloudDrives().list()).isEmpty();
      if (!died) {
        break;
      }
    }
    assertThat(deaths).isGreaterThan(3);
  }

  @Test
  @DisplayName("is made once for a PersistentVolume when the answer to that is lost")
  void aLostAnswer() {
    cluster.volumes.put("pv-0", RememberedClaims.SIZE);
    AtomicInteger calls = new AtomicInteger();
    StorageClient unlucky =
        connect(
            call -> {
              Object answer = call.proceed();
              if (call.name().equals("Adopting.adoptVolume") && calls.incrementAndGet() == 1) {
                throw new OutcomeUnknownException(
                    Problem.tried("adopt").on("drive/mysql").because("the answer was lost"));
              }
              return answer;
            });
    CloudDrive drive =
        unlucky.cloudDrives().adopt(AdoptVolume.named("mysql").persistentVolume("pv-0"));
    assertThat(calls).hasValue(2);
    assertThat(storage.cloudDrives().named("mysql").id()).isEqualTo(drive.id());
    assertThatThrownBy(() -> storage.cloudDrives().create("mysql", d -> d.size(gb(1))))
        .as("its name is reserved")
        .isInstanceOf(AlreadyExistsException.class);
  }

  @Test
  @DisplayName("may be data that a driver finds: what leads to it goes with the volume")
  void registered() {
    StaticVolumeSpec source = StaticVolumeSpec.of("nfs").attribute("share", "/x");
    AdoptVolume request = AdoptVolume.named("data").source(source).size(gb(2));
    assertThatThrownBy(() -> storage.filesystems().adopt(request.size(null)))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(
            () -> storage.filesystems().adopt(request.source(StaticVolumeSpec.of("nfs"))))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("source.attributes");
    var adopted = storage.filesystems().adopt(request).await(LIMIT);
    assertThat(adopted.adopted()).isTrue();
    assertThat(cluster.connected).containsValue(source);
    assertThat(storage.filesystems().adopt(request).id()).isEqualTo(adopted.id());
    assertThatThrownBy(() -> storage.filesystems().create("data", f -> f.size(gb(2))))
        .isInstanceOf(AlreadyExistsException.class);
    adopted.delete().await(LIMIT);
    assertThat(cluster.connected).isEmpty();
    assertThat(storage.filesystems().find("data")).isEmpty();
  }

  @Test
  @DisplayName("is a volume or none, wherever who adopts, deletes or releases it dies")
  void anyDeath() {
    int deaths = 0;
    for (int step = 0; step < 20; step++) {
      boolean died = false;
      try {
        CloudDrive drive = connect(Crash.after(step)).cloudDrives().adopt(request("mysql"));
        VolumeId unused = (step % 2 == 0 ? drive.delete() : drive.release()).await(LIMIT);
      } catch (Crash.Death death) {
        died = true;
      }
      deaths += died ? 1 : 0;
      var unused = storage.recover();
      assertThat(storage.operations().running()).isEmpty();
      storage
          .cloudDrives()
          .find("mysql")
          .ifPresent(
              drive -> {
                assertThat(drive.operation().state()).isEqualTo(OperationState.SUCCEEDED);
                drive.delete().await(LIMIT);
              });
      assertThat(cluster.claims).containsKey("data-mysql-0");
      if (!died) {
        break;
      }
    }
    assertThat(deaths).isGreaterThan(3);
  }

  @Test
  @DisplayName("has its name alone, however many adopt and create at once")
  void oneNameOneVolume() throws Exception {
    int runners = 8;
    StorageClient[] racers = new StorageClient[runners];
    for (int i = 0; i < runners; i++) {
      racers[i] = connect(behind());
      cluster.claims.put("claim-" + i, 1_000_000_000L);
    }
    ExecutorService threads = Executors.newFixedThreadPool(runners);
    int adopted = 0;
    try {
      for (int round = 0; round < 40; round++) {
        CountDownLatch start = new CountDownLatch(runners);
        List<Future<Set<VolumeId>>> answers = new ArrayList<>();
        for (int i = 0; i < runners; i++) {
          int number = i;
          Callable<Set<VolumeId>> racer =
              () -> {
                start.countDown();
                start.await();
                return tried(racers[number], number);
              };
          answers.add(threads.submit(racer));
        }
        Set<VolumeId> winners = new HashSet<>();
        for (Future<Set<VolumeId>> answer : answers) {
          winners.addAll(answer.get(60, TimeUnit.SECONDS));
        }
        List<CloudDrive> left = storage.cloudDrives().list().toList();
        assertThat(left).hasSizeLessThanOrEqualTo(1);
        assertThat(winners).isSubsetOf(left.stream().map(CloudDrive::id).toList());
        for (CloudDrive drive : left) {
          assertThat(drive.id()).isEqualTo(storage.cloudDrives().named("x").id());
          adopted += drive.adopted() ? 1 : 0;
          drive.purge().await(LIMIT);
        }
      }
    } finally {
      threads.shutdownNow();
    }
    System.out.printf("adoption races: %d of 40 rounds were won by an adoption%n", adopted);
  }

  private static Set<VolumeId> tried(StorageClient client, int number) {
    try {
      CloudDrive drive =
          number < 4
              ? client.cloudDrives().create("x", d -> d.size(gb(1)))
              : client.cloudDrives().adopt(AdoptVolume.named("x").claim("claim-" + number));
      return Set.of(drive.id());
    } catch (StorageException e) {
      return Set.of();
    }
  }
}
