package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.access.Owner;
import dev.mooring.adoption.AdoptVolume;
import dev.mooring.adoption.StaticVolume;
import dev.mooring.adoption.StaticVolumeSpec;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.error.AlreadyExistsException;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.StorageException;
import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.kubernetes.csi.CephFsFolder;
import dev.mooring.kubernetes.csi.CephRbdImage;
import dev.mooring.kubernetes.csi.JuiceFsFolder;
import dev.mooring.kubernetes.csi.NfsFolder;
import dev.mooring.profile.Profile;
import dev.mooring.testkit.Aside;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.fault.Crash;
import dev.mooring.testkit.fault.InterceptedBackend;
import dev.mooring.testkit.fault.Interceptor;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeStatus;
import io.fabric8.kubernetes.api.model.CSIPersistentVolumeSource;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.StatusDetails;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data that is there already, adopted by its parameters, with the published rights. */
@Tag("real")
class AdoptionRealTest {
  private static final Duration PATIENCE = Eventually.PATIENCE;

  @AutoClose private static final SharingSpaces SPACES = new SharingSpaces();

  private StorageClient storage = SPACES.client("cephfs");

  @AfterEach
  void clean() {
    storage.filesystems().list().toList().forEach(f -> f.purge().await(PATIENCE));
    Eventually.holds("no PersistentVolume is left", () -> adopted().isEmpty());
    storage.close();
  }

  private List<PersistentVolume> adopted() {
    return SPACES
        .home
        .admin()
        .persistentVolumes()
        .withLabel("mooring.dev/volume-id")
        .list()
        .getItems()
        .stream()
        .filter(pv -> pv.getSpec().getClaimRef().getNamespace().equals(SPACES.home.name()))
        .toList();
  }

  private SharedFilesystem origin() {
    return storage.filesystems().create("origin", f -> f.size(gb(1))).await(PATIENCE);
  }

  /** The data of a volume, as its PersistentVolume tells where it is. */
  private static StaticVolume data(SharedFilesystem origin) {
    String name = origin.refresh().backendDetails().getOrDefault("persistentVolume", "");
    PersistentVolume volume = SPACES.home.admin().persistentVolumes().withName(name).get();
    CSIPersistentVolumeSource csi = volume.getSpec().getCsi();
    Map<String, String> told = csi.getVolumeAttributes();
    String home = SPACES.home.name();
    return switch (csi.getDriver()) {
      case "csi.juicefs.com" ->
          JuiceFsFolder.at(told.getOrDefault("subPath", "")).secret(home, SharingSpaces.SECRET);
      case "nfs.csi.k8s.io" ->
          NfsFolder.at(
              told.getOrDefault("server", ""),
              told.getOrDefault("share", "") + "/" + told.getOrDefault("subDir", ""));
      default ->
          CephFsFolder.at(told.getOrDefault("subvolumePath", ""))
              .clusterId(told.getOrDefault("clusterID", ""))
              .fsName(told.getOrDefault("fsName", ""))
              .driver(csi.getDriver())
              .secret(home, SharingSpaces.SECRET);
    };
  }

  private static void pod(SharedFilesystem filesystem, String script) {
    String claim = filesystem.refresh().backendDetails().getOrDefault("persistentVolumeClaim", "");
    Cluster.run(SPACES.home, SPACES.pod("user", "node-a", claim, script), pod -> pod);
    Cluster.remove(SPACES.home, "user");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cephfs", "juicefs", "nfs"})
  void data_is_a_volume_by_its_parameters_and_outlives_it(String storageClass) {
    storage.close();
    storage = SPACES.client(storageClass);
    SharedFilesystem origin = origin();
    StaticVolume data = data(origin);
    AdoptVolume request = AdoptVolume.named("models").source(data).size(gb(1));
    SharedFilesystem models = storage.filesystems().adopt(request).await(PATIENCE);
    assertThat(models.adopted()).isTrue();
    assertThat(models.status()).isEqualTo(VolumeStatus.AVAILABLE);
    assertThat(storage.filesystems().adopt(request).id()).isEqualTo(models.id());
    StaticVolume other = data.spec().mountOption("noatime");
    assertThatThrownBy(() -> storage.filesystems().adopt(request.source(other)))
        .isInstanceOf(AlreadyExistsException.class);
    assertThat(adopted())
        .singleElement()
        .satisfies(
            pv -> assertThat(pv.getSpec().getPersistentVolumeReclaimPolicy()).isEqualTo("Retain"));
    pod(models, "echo kept > /theirs/file && sync");
    assertThat(models.delete().await(PATIENCE)).isEqualTo(models.id());
    assertThat(storage.filesystems().find("models")).isEmpty();
    Eventually.holds("its PersistentVolume is gone", () -> adopted().isEmpty());
    pod(origin, "grep kept /theirs/file");
  }

  /**
   * What an administrator makes by hand of data that is there; deleting it would delete the data.
   */
  private PersistentVolume byHand(SharedFilesystem origin, String name) {
    StaticVolumeSpec data = data(origin).spec();
    PersistentVolume volume =
        new PersistentVolumeBuilder()
            .withNewMetadata()
            .withName(name)
            .endMetadata()
            .withNewSpec()
            .addToCapacity("storage", new Quantity("1Gi"))
            .withAccessModes("ReadWriteOnce", "ReadWriteMany")
            .withPersistentVolumeReclaimPolicy("Delete")
            .withNewCsi()
            .withDriver(data.driver())
            .withVolumeHandle(name)
            .withVolumeAttributes(data.attributes())
            .endCsi()
            .endSpec()
            .build();
    return SPACES.home.admin().persistentVolumes().resource(volume).create();
  }

  private PersistentVolume volume(String name) {
    return SPACES.home.admin().persistentVolumes().withName(name).get();
  }

  private PersistentVolumeClaim claim(String name) {
    return SPACES
        .home
        .admin()
        .persistentVolumeClaims()
        .inNamespace(SPACES.home.name())
        .withName(name)
        .get();
  }

  private void remove(String name) {
    remove(name, claim(name));
  }

  private void remove(String name, @Nullable PersistentVolumeClaim claim) {
    SPACES
        .home
        .admin()
        .persistentVolumes()
        .withName(name)
        .edit(
            volume ->
                new PersistentVolumeBuilder(volume)
                    .editSpec()
                    .withPersistentVolumeReclaimPolicy("Retain")
                    .endSpec()
                    .build());
    if (claim != null) {
      List<StatusDetails> unused = SPACES.home.admin().resource(claim).delete();
    }
    List<StatusDetails> unused = SPACES.home.admin().resource(volume(name)).delete();
    Eventually.holds(name + " is gone", () -> volume(name) == null && claim(name) == null);
  }

  private static String refusal(Supplier<?> adopting) {
    StorageException refused = catchThrowableOfType(StorageException.class, adopting::get);
    assertThat(refused).isNotNull();
    return refused.code() + ": " + refused.getMessage();
  }

  @Test
  void a_volume_without_a_claim_gets_one_that_outlives_it_with_the_data() {
    storage.close();
    storage = SPACES.client("nfs");
    SharedFilesystem origin = origin();
    String name = "models-" + SPACES.home.name();
    assertThat(byHand(origin, name).getSpec().getClaimRef()).isNull();
    Eventually.holds(
        "it is available", () -> volume(name).getStatus().getPhase().equals("Available"));
    AdoptVolume request = AdoptVolume.named("models").persistentVolume(name);
    assertThat(refusal(() -> storage.cloudDrives().adopt(request)))
        .startsWith(ErrorCode.INVALID_REQUEST + ":")
        .contains("the region has none");

    SharedFilesystem models = storage.filesystems().adopt(request).await(PATIENCE);
    assertThat(models.adopted()).isTrue();
    assertThat(models.status()).isEqualTo(VolumeStatus.AVAILABLE);
    assertThat(models.size()).isEqualTo(Capacity.parse("1GiB"));
    assertThat(storage.filesystems().adopt(request).id()).isEqualTo(models.id());
    assertThat(claim(name).getSpec().getVolumeName()).isEqualTo(name);
    pod(models, "echo kept > /theirs/file && sync");

    assertThat(models.delete().await(PATIENCE)).isEqualTo(models.id());
    assertThat(storage.filesystems().find("models")).isEmpty();
    assertThat(claim(name).getStatus().getPhase()).isEqualTo("Bound");
    assertThat(claim(name).getMetadata().getLabels()).isNullOrEmpty();
    assertThat(volume(name).getSpec().getPersistentVolumeReclaimPolicy()).isEqualTo("Delete");
    pod(origin, "grep kept /theirs/file");
    assertThat(refusal(() -> storage.filesystems().adopt(request)))
        .startsWith(ErrorCode.CONFLICT + ":")
        .contains("adopt that claim");
    SharedFilesystem again =
        storage.filesystems().adopt(AdoptVolume.named("models").claim(name)).await(PATIENCE);
    assertThat(again.release().await(PATIENCE)).isEqualTo(again.id());
    remove(name);
    pod(origin, "grep kept /theirs/file");
  }

  @Test
  void a_volume_that_has_a_claim_looks_like_one_that_is_not_there() {
    storage.close();
    storage = SPACES.client("nfs");
    String taken = origin().backendDetails().getOrDefault("persistentVolume", "");
    List<String> told =
        Stream.of(taken, "pvc-" + "0".repeat(8))
            .map(
                name ->
                    refusal(
                            () ->
                                storage
                                    .filesystems()
                                    .adopt(AdoptVolume.named("x").persistentVolume(name)))
                        .replace(name, "PV"))
            .distinct()
            .toList();
    assertThat(told).singleElement().asString().startsWith(ErrorCode.NOT_FOUND + ":");
  }

  @Test
  void a_volume_that_another_claim_gets_meanwhile_is_missing_and_no_claim_waits_for_it() {
    storage.close();
    storage = SPACES.client("nfs");
    SharedFilesystem origin = origin();
    String name = "models-raced-" + SPACES.home.name();
    PersistentVolume unused = byHand(origin, name);
    // A claim that a pod waits for does not go at once.
    Pod waiting =
        new PodBuilder(SPACES.pod("user", "node-a", name, "true"))
            .editSpec()
            .withNodeName("node-a")
            .endSpec()
            .build();
    Pod unusedPod =
        SPACES.home.admin().pods().inNamespace(SPACES.home.name()).resource(waiting).create();
    CompletableFuture<Void> leaving =
        Aside.run(
            () -> {
              Eventually.holds("the claim that was made in vain goes", () -> leaves(name));
              Cluster.remove(SPACES.home, "user");
            });
    List<PersistentVolumeClaim> theirs = new CopyOnWriteArrayList<>();
    AdoptVolume request = AdoptVolume.named("models").persistentVolume(name);
    try (StorageClient late =
        dying(
            call -> {
              if (call.name().equals("Adopting.adoptVolume")) {
                theirs.add(taken(name));
              }
              return call.proceed();
            })) {
      assertThat(refusal(() -> late.filesystems().adopt(request)))
          .startsWith(ErrorCode.NOT_FOUND + ":");
    }
    assertThat(claim(name)).isNull();
    leaving.join();
    assertThat(storage.filesystems().find("models")).isEmpty();
    assertThat(volume(name).getSpec().getClaimRef().getUid())
        .isEqualTo(theirs.get(0).getMetadata().getUid());
    remove(name, theirs.get(0));
  }

  private boolean leaves(String name) {
    PersistentVolumeClaim claim = claim(name);
    return claim != null && claim.getMetadata().getDeletionTimestamp() != null;
  }

  /** A claim of another name in the same namespace gets it. */
  private PersistentVolumeClaim taken(String name) {
    PersistentVolumeClaim claim =
        new PersistentVolumeClaimBuilder()
            .withNewMetadata()
            .withName("theirs")
            .withNamespace(SPACES.home.name())
            .endMetadata()
            .withNewSpec()
            .withAccessModes("ReadWriteMany")
            .withStorageClassName("")
            .withVolumeName(name)
            .withNewResources()
            .addToRequests("storage", new Quantity("1Gi"))
            .endResources()
            .endSpec()
            .build();
    PersistentVolumeClaim made = SPACES.home.admin().resource(claim).create();
    Eventually.holds("they have it", () -> volume(name).getStatus().getPhase().equals("Bound"));
    return made;
  }

  @Test
  void whoever_dies_while_a_claim_is_made_leaves_one_volume_or_none() {
    storage.close();
    storage = SPACES.client("nfs");
    SharedFilesystem origin = origin();
    int killed = 0;
    for (int step = 0; step < 20; step++) {
      String name = "models-" + step + "-" + SPACES.home.name();
      PersistentVolume unusedVolume = byHand(origin, name);
      boolean died = false;
      try (StorageClient dying = dying(Crash.after(step))) {
        dying
            .filesystems()
            .adopt(AdoptVolume.named("models").persistentVolume(name))
            .delete()
            .await(PATIENCE);
      } catch (Crash.Death death) {
        died = true;
      }
      killed += died ? 1 : 0;
      var unused = storage.recover();
      storage.filesystems().find("models").ifPresent(left -> left.delete().await(PATIENCE));
      assertThat(storage.filesystems().list()).hasSize(1);
      // A claim that went would take the data with it.
      assertThat(volume(name).getStatus().getPhase())
          .isIn(claim(name) == null ? List.of("Available") : List.of("Available", "Bound"));
      remove(name);
      if (!died) {
        break;
      }
    }
    assertThat(killed).isGreaterThan(3);
    assertThat(origin.refresh().status()).isEqualTo(VolumeStatus.AVAILABLE);
  }

  @Test
  void a_description_is_refused_with_all_that_it_lacks() {
    InvalidRequestException refused =
        catchThrowableOfType(
            InvalidRequestException.class,
            () ->
                storage
                    .filesystems()
                    .adopt(AdoptVolume.named("x").source(CephFsFolder.at("/a")).size(gb(1))));
    assertThat(refused.violations())
        .extracting(v -> v.field())
        .containsExactlyInAnyOrder("source.attributes.clusterID", "source.secret");
    assertThatThrownBy(
            () ->
                storage
                    .filesystems()
                    .adopt(
                        AdoptVolume.named("x")
                            .source(CephRbdImage.named("image").clusterId("c").pool("p"))
                            .size(gb(1))))
        .as("an image has one writer")
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("ReadWriteMany");
    assertThatThrownBy(
            () ->
                storage
                    .filesystems()
                    .adopt(
                        AdoptVolume.named("x")
                            .source(StaticVolumeSpec.of("no.such.driver"))
                            .size(gb(1))))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("not installed");
    assertThat(storage.filesystems().list()).isEmpty();
  }

  @Test
  void whoever_dies_between_two_calls_leaves_nothing_half() {
    SharedFilesystem origin = origin();
    AdoptVolume request = AdoptVolume.named("models").source(data(origin)).size(gb(1));
    int killed = 0;
    for (int step = 0; step < 12; step++) {
      boolean died = false;
      try (StorageClient dying = dying(Crash.after(step))) {
        dying.filesystems().adopt(request).await(PATIENCE).delete().await(PATIENCE);
      } catch (Crash.Death death) {
        died = true;
      }
      killed += died ? 1 : 0;
      var unused = storage.recover();
      storage
          .filesystems()
          .find("models")
          .ifPresent(
              left -> {
                if (left.status() != VolumeStatus.DELETING) {
                  assertThat(left.await(PATIENCE).status()).isEqualTo(VolumeStatus.AVAILABLE);
                }
                left.delete().await(PATIENCE);
              });
      Eventually.holds("no PersistentVolume is left", () -> adopted().isEmpty());
      if (!died) {
        break;
      }
    }
    assertThat(killed).isGreaterThan(3);
    assertThat(origin.refresh().status()).isEqualTo(VolumeStatus.AVAILABLE);
  }

  private static StorageClient dying(Interceptor crash) {
    return StorageClient.builder()
        .account("acme")
        .owner(Owner.user("ana"))
        .region(
            Cluster.REGION,
            RegionConfiguration.of(new InterceptedBackend(Cluster.backend(SPACES.home), crash))
                .withProfiles(
                    List.of(
                        Profile.of("shared", VolumeKind.FILESYSTEM, "shared-rwx")
                            .withStorageClass("cephfs")
                            .asDefault())))
        .build();
  }
}
