package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.StorageTimeoutException;
import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.instance.Instance;
import dev.mooring.operation.Operation;
import dev.mooring.operation.Warning;
import dev.mooring.profile.Profile;
import dev.mooring.testkit.Eventually;
import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeStatus;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is left of a volume in the cluster, and what the SDK says of it. */
@Tag("real")
class DeletionRealTest {
  /** Its own, for what has no namespace is told by it. */
  private static final String ACCOUNT = "deletes";

  private static final String FINALIZER = "example.com/keep";
  private static final Duration PATIENCE = Eventually.PATIENCE;

  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  private static final KubernetesClient ADMIN = NAMESPACE.admin();
  private static final String RETAINING = "retaining-" + NAMESPACE.name();

  private final StorageClient storage = client(NAMESPACE);

  /** A class like the test bed's, but for the one word. */
  @BeforeAll
  static void makeClass() {
    StorageClass like = ADMIN.storage().v1().storageClasses().withName(Cluster.LOOP_BACKED).get();
    StorageClass retaining =
        new StorageClassBuilder(like)
            .withNewMetadata()
            .withName(RETAINING)
            .endMetadata()
            .withReclaimPolicy("Retain")
            .build();
    ADMIN.resource(retaining).create();
  }

  @AfterAll
  static void removeClass() {
    ADMIN.storage().v1().storageClasses().withName(RETAINING).delete();
  }

  @AfterEach
  void close() {
    storage.close();
  }

  private static StorageClient client(TestNamespace namespace) {
    List<Profile> profiles =
        List.of(
            Profile.of("block", VolumeKind.DRIVE, "fast-rwo")
                .withStorageClass(Cluster.LOOP_BACKED)
                .asDefault(),
            Profile.of("retaining", VolumeKind.DRIVE, "fast-rwo").withStorageClass(RETAINING),
            Profile.of("shared", VolumeKind.FILESYSTEM, "shared-rwx")
                .withStorageClass(Cluster.filesystemsBeside(Cluster.LOOP_BACKED))
                .asDefault());
    return StorageClient.builder()
        .account(ACCOUNT)
        .region(
            Cluster.REGION,
            RegionConfiguration.of(Cluster.backend(namespace)).withProfiles(profiles))
        .build();
  }

  private CloudDrive drive(StorageClient client, String name) {
    return client.cloudDrives().create(name, d -> d.size(gb(1))).await(PATIENCE);
  }

  private static PersistentVolume volume(String name) {
    return ADMIN.persistentVolumes().withName(name).get();
  }

  private static String volumeOf(CloudDrive drive) {
    return requireNonNull(drive.backendDetails().get("persistentVolume"));
  }

  @Test
  void what_a_class_retains_is_told_before_and_after() {
    CreateDrive request = CreateDrive.named("kept").size(gb(1)).profile("retaining");
    assertThat(storage.cloudDrives().plan(request).warnings())
        .filteredOn(warning -> warning.code().equals(Warning.DATA_STAYS))
        .singleElement()
        .satisfies(warning -> assertThat(warning.message()).contains(RETAINING));
    CloudDrive drive = storage.cloudDrives().create(request).await(PATIENCE);
    String volume = volumeOf(drive);
    assertThat(drive.planDelete().warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo(Warning.DATA_STAYS);
              assertThat(warning.message()).contains("PersistentVolume " + volume, "Retain");
            });
    assertThat(drive.describe().findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.name()).isEqualTo(volume);
              assertThat(finding.words()).contains("its bytes stay");
            });
    Operation<VolumeId> deletion = drive.delete();
    assertThat(deletion.await(PATIENCE)).isEqualTo(drive.id());
    assertThat(deletion.warnings())
        .singleElement()
        .satisfies(
            warning ->
                assertThat(warning.message()).contains("PersistentVolume " + volume, "audit"));
    assertThat(deletion.history().get(deletion.history().size() - 1).detail()).contains(volume);
    Eventually.holds(
        "it is released", () -> "Released".equals(volume(volume).getStatus().getPhase()));
    ADMIN
        .persistentVolumes()
        .withName(volume)
        .edit(
            pv -> {
              pv.getSpec().setPersistentVolumeReclaimPolicy("Delete");
              return pv;
            });
    Eventually.holds("the driver deletes it", () -> volume(volume) == null);
  }

  @Test
  void a_deletion_has_ended_once_claim_and_volume_are_gone() {
    CloudDrive drive = drive(storage, "gone");
    String volume = volumeOf(drive);
    assertThat(drive.planPurge().warnings()).isEmpty();
    assertThat(drive.planPurge().changes().get(0).detail()).contains(volume, "Delete");
    Operation<VolumeId> purge = drive.purge();
    purge.await(PATIENCE);
    assertThat(volume(volume)).isNull();
    assertThat(purge.warnings()).isEmpty();
  }

  @Test
  void without_the_right_to_look_the_end_of_the_claim_is_the_end() {
    try (TestNamespace blind = TestNamespace.withoutRoles()) {
      blind.bindRole();
      try (StorageClient client = client(blind)) {
        CloudDrive drive = drive(client, "unseen");
        assertThat(drive.planDelete().changes().get(0).detail()).contains("unknown");
        Operation<VolumeId> deletion = drive.delete();
        assertThat(deletion.await(PATIENCE)).isEqualTo(drive.id());
        assertThat(deletion.history().get(deletion.history().size() - 1).detail())
            .contains("unknown", "clusterrole-read.yaml");
      }
    }
  }

  @Test
  void a_foreign_finalizer_is_named_and_stays() {
    CloudDrive drive = drive(storage, "held");
    String claim = requireNonNull(drive.backendDetails().get("persistentVolumeClaim"));
    finalizers(claim, finalizers -> finalizers.add(FINALIZER));
    Operation<VolumeId> deletion = drive.delete();
    StorageTimeoutException late =
        catchThrowableOfType(
            StorageTimeoutException.class, () -> deletion.await(Duration.ofSeconds(2)));
    assertThat(late).isNotNull().hasMessageContaining(FINALIZER);
    assertThat(late.hint()).hasValueSatisfying(hint -> assertThat(hint).contains(FINALIZER));
    CloudDrive going = storage.cloudDrives().named("held");
    assertThat(going.status()).isEqualTo(VolumeStatus.DELETING);
    assertThat(going.statusReason().map(StatusReason::raw))
        .hasValueSatisfying(raw -> assertThat(raw).contains(FINALIZER));
    storage.recover();
    going.purge();
    assertThat(claim(claim).get().getMetadata().getFinalizers()).contains(FINALIZER);
    finalizers(claim, finalizers -> finalizers.remove(FINALIZER));
    assertThat(deletion.await(PATIENCE)).isEqualTo(drive.id());
    assertThat(claim(claim).get()).isNull();
    assertThat(volume(volumeOf(drive))).isNull();
  }

  private static Resource<PersistentVolumeClaim> claim(String name) {
    return ADMIN.persistentVolumeClaims().inNamespace(NAMESPACE.name()).withName(name);
  }

  private static void finalizers(String claim, Consumer<List<String>> change) {
    claim(claim)
        .edit(
            found -> {
              change.accept(found.getMetadata().getFinalizers());
              return found;
            });
  }

  @Test
  void with_its_last_volume_nothing_of_an_account_is_left() {
    CloudDrive drive = drive(storage, "work");
    SharedFilesystem shared =
        storage.filesystems().create("data", f -> f.size(gb(1))).await(PATIENCE);
    Instance instance =
        storage
            .instances()
            .launch("one", m -> m.mount("work", "/w").mount("data", "/d").scratch(gb(1), "/s"))
            .await(PATIENCE);
    assertThat(left()).hasSizeGreaterThanOrEqualTo(4);
    instance.stop();
    drive.delete().await(PATIENCE);
    assertThat(left()).as("the target still names the filesystem").isNotEmpty();
    shared.delete().await(PATIENCE);
    assertThat(left()).isEmpty();
  }

  private static List<String> left() {
    return LabelledObjects.of(ADMIN, "mooring.dev/account", ACCOUNT).stream()
        .filter(object -> object.contains(" " + NAMESPACE.name() + "/") || object.contains("null/"))
        .toList();
  }
}
