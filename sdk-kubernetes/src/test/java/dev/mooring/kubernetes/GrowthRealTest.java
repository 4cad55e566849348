package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static dev.mooring.volume.Capacity.gib;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.access.Owner;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.drive.CloudDrive;
import dev.mooring.error.CancelledException;
import dev.mooring.error.ConflictException;
import dev.mooring.error.FailedException;
import dev.mooring.error.UnsupportedException;
import dev.mooring.instance.Instance;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationEvent;
import dev.mooring.operation.OperationState;
import dev.mooring.profile.Profile;
import dev.mooring.sized.SizedVolume;
import dev.mooring.testkit.Eventually;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.Reason;
import dev.mooring.volume.VolumeKind;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Growth as a program in a pod sees it. */
@Tag("real")
class GrowthRealTest {
  private static final Duration PATIENCE = Eventually.PATIENCE;

  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  private final StorageClient storage =
      StorageClient.builder()
          .account("acme")
          .owner(Owner.user("ana"))
          .region(
              Cluster.REGION,
              RegionConfiguration.of(Cluster.backend(NAMESPACE)).withProfiles(profiles()))
          .build();

  private static List<Profile> profiles() {
    return List.of(
        profile(VolumeKind.DRIVE, "ceph-rbd"),
        profile(VolumeKind.DRIVE, "ceph-rbd-ext4"),
        profile(VolumeKind.DRIVE, Cluster.REAL_CEPH),
        profile(VolumeKind.FILESYSTEM, "cephfs"),
        profile(VolumeKind.FILESYSTEM, "juicefs"),
        profile(VolumeKind.FILESYSTEM, "ceph-filesystem"));
  }

  private static Profile profile(VolumeKind kind, String storageClass) {
    return Profile.of(storageClass, kind, "any").withStorageClass(storageClass);
  }

  @AfterEach
  void close() {
    storage.close();
  }

  private SizedVolume<?> create(VolumeKind kind, String name, String storageClass) {
    return kind == VolumeKind.DRIVE
        ? storage
            .cloudDrives()
            .create(name, d -> d.size(gib(2)).profile(storageClass))
            .await(PATIENCE)
        : storage
            .filesystems()
            .create(name, f -> f.size(gib(2)).profile(storageClass))
            .await(PATIENCE);
  }

  /** The size that df shows, in bytes. */
  private static long shown(Instance instance) {
    String line =
        instance.exec("df", "-kP", "/data").stdout().lines().skip(1).findFirst().orElse("");
    return Long.parseLong(line.trim().split("\\s+", -1)[1]) * 1024;
  }

  @ParameterizedTest
  @CsvSource({
    "DRIVE, ceph-rbd",
    "FILESYSTEM, cephfs",
    "FILESYSTEM, juicefs",
    "FILESYSTEM, ceph-filesystem"
  })
  void a_pod_sees_a_volume_grow_while_it_uses_it(VolumeKind kind, String storageClass) {
    String name = "g-" + storageClass;
    SizedVolume<?> volume = create(kind, name, storageClass);
    Instance instance =
        storage
            .instances()
            .launch("user-" + storageClass, request -> request.mount(volume, "/data"))
            .await(PATIENCE);
    long before = shown(instance);

    SizedVolume<?> grown = volume.resize(gib(4)).await(PATIENCE);

    assertThat(grown.capacity().orElseThrow()).isGreaterThanOrEqualTo(gib(4));
    assertThat(before).isLessThan(gib(2).bytes() + 1);
    Eventually.holds("df shows the new size", () -> shown(instance) > gib(3).bytes());
    remove(volume, instance);
  }

  private void remove(SizedVolume<?> volume, Instance instance) {
    instance.stop();
    storage
        .attachments()
        .of(volume.ref())
        .forEach(a -> storage.attachments().of(a.target()).detachAll().await(PATIENCE));
    volume.delete().await(PATIENCE);
  }

  /** The kernel of the test bed grows no ext4 while it is mounted. */
  @ParameterizedTest
  @ValueSource(strings = {"ceph-rbd-ext4", Cluster.REAL_CEPH})
  void a_filesystem_that_cannot_grow_while_it_is_mounted_says_so(String storageClass) {
    SizedVolume<?> volume = create(VolumeKind.DRIVE, "r-" + storageClass, storageClass);
    String user = "restarts-" + storageClass;
    Instance first =
        storage.instances().launch(user, r -> r.mount(volume, "/data")).await(PATIENCE);
    Operation<?> growth = volume.resize(gib(4));
    Eventually.holds(
        "it is told that its users must restart",
        () -> growth.poll().state().ended() || needsRestart());
    assertThat(growth.state()).isEqualTo(OperationState.RUNNING);
    Eventually.holds(
        "its pods are named",
        () -> growth.poll().progress().step().startsWith("needs a restart of these pods: "));
    assertThat(growth.history())
        .extracting(OperationEvent::state)
        .contains("BACKEND_GROWN", "NEEDS_RESTART");
    assertThatThrownBy(growth::cancel).isInstanceOf(ConflictException.class);

    first.stop();
    growth.await(PATIENCE);
    Instance second =
        storage.instances().launch(user, r -> r.mount(volume, "/data")).await(PATIENCE);
    Eventually.holds("df shows the new size", () -> shown(second) > gib(3).bytes());
    remove(volume, second);
  }

  private boolean needsRestart() {
    return storage
        .cloudDrives()
        .list()
        .anyMatch(
            d -> d.statusReason().filter(r -> r.reason() == Reason.NEEDS_RESTART).isPresent());
  }

  @Test
  void a_volume_that_nobody_mounts_grows_and_says_what_is_left() {
    SizedVolume<?> volume = create(VolumeKind.DRIVE, "unused", "ceph-rbd");
    SizedVolume<?> grown = volume.resize(gib(3)).await(PATIENCE);
    assertThat(grown.size()).isEqualTo(gib(3));
    volume.delete().await(PATIENCE);
  }

  @Test
  void growth_that_the_driver_refuses_fails_in_its_words_and_can_be_tried_again() {
    SizedVolume<?> volume = create(VolumeKind.DRIVE, "refused", "ceph-rbd");
    DriverFaults faults = DriverFaults.of("rbd.csi.ceph.com", NAMESPACE.name());
    faults.write("{\"failExpand\": \"OutOfRange: the pool is too small\"}");
    try {
      Operation<?> growth = volume.resize(gib(3));
      assertThatThrownBy(() -> growth.await(PATIENCE))
          .isInstanceOf(FailedException.class)
          .hasMessageContaining("the pool is too small");
      Operation<?> again = volume.resize(gib(3));
      assertThat(again.id()).isNotEqualTo(growth.id());
      assertThatThrownBy(() -> again.await(PATIENCE))
          .isInstanceOf(FailedException.class)
          .hasMessageContaining("the pool is too small");
    } finally {
      faults.end();
    }
    // The cluster tries what failed again by itself, and may be at it just now.
    Operation<?> better = Eventually.value("it grows further", () -> growing(volume, gib(4)));
    // If it succeeded in that meanwhile, it goes further only once a node has done its part.
    Instance user =
        storage.instances().launch("user", r -> r.mount(volume, "/data")).await(PATIENCE);
    assertThat(better.await(PATIENCE)).isInstanceOf(CloudDrive.class);
    assertThat(volume.refresh().size()).isEqualTo(gib(4));
    remove(volume, user);
  }

  private static Optional<Operation<?>> growing(SizedVolume<?> volume, Capacity size) {
    try {
      return Optional.of(volume.resize(size));
    } catch (ConflictException e) {
      assertThat(e).hasMessageContaining("it is growing to");
      return Optional.empty();
    }
  }

  /** The API server lets a request go down to no less than a byte above what the volume has. */
  @Test
  void growth_that_failed_is_taken_back_and_the_claim_asks_for_a_byte_more() {
    SizedVolume<?> volume = create(VolumeKind.DRIVE, "taken-back", "ceph-rbd");
    DriverFaults faults = DriverFaults.of("rbd.csi.ceph.com", NAMESPACE.name());
    faults.write("{\"failExpand\": \"OutOfRange: the pool is too small\"}");
    try {
      Operation<?> growth = volume.resize(gib(5));
      assertThatThrownBy(() -> growth.await(PATIENCE)).isInstanceOf(FailedException.class);

      growth.cancel();

      assertThatThrownBy(() -> growth.await(PATIENCE)).isInstanceOf(CancelledException.class);
      SizedVolume<?> now = volume.refresh();
      assertThat(now.size()).isEqualTo(gib(2));
      assertThat(now.sizes()).hasSize(1);
      assertThat(now.statusReason()).isEmpty();
      assertThat(request(now)).isEqualTo(gib(2).bytes() + 1);
      assertThatThrownBy(() -> request(now, gib(2).bytes()))
          .isInstanceOf(KubernetesClientException.class)
          .hasMessageContaining("field can not be less than status.capacity");
      assertThat(growth.history())
          .extracting(OperationEvent::state)
          .containsExactly("RESIZING", "FAILED", "CANCELLING", "CANCELLED");
    } finally {
      faults.end();
    }
    // The cluster may have grown it by that byte since, and then a node comes first, as above.
    Operation<?> better = Eventually.value("it grows again", () -> growing(volume, gib(4)));
    Instance user =
        storage.instances().launch("user", r -> r.mount(volume, "/data")).await(PATIENCE);
    assertThat(better.await(PATIENCE)).isInstanceOf(CloudDrive.class);
    assertThat(volume.refresh().size()).isEqualTo(gib(4));
    assertThat(volume.refresh().sizes()).hasSize(2);
    remove(volume, user);
  }

  /** What the controller has begun with it ends: the answer is as it is then. */
  @Test
  void growth_that_the_backend_is_at_is_taken_back_too_late() {
    SizedVolume<?> volume = create(VolumeKind.DRIVE, "too-late", "ceph-rbd");
    DriverFaults faults = DriverFaults.of("rbd.csi.ceph.com", NAMESPACE.name());
    faults.write("{\"expandDelayMs\": 6000}");
    try {
      Operation<?> growth = volume.resize(gib(5));
      Eventually.holds(
          "the resizer is at it",
          () ->
              claim(volume).getStatus().getAllocatedResourceStatuses() != null
                  && !claim(volume).getStatus().getAllocatedResourceStatuses().isEmpty());

      growth.cancel();

      assertThat(growth.state()).isEqualTo(OperationState.RUNNING);
      assertThat(growth.progress().step()).isEqualTo("taking it back");
      assertThat(volume.refresh().size()).isEqualTo(gib(2));
      assertThat(growth.await(PATIENCE)).isNotNull();
      assertThat(volume.refresh().size()).isEqualTo(gib(5));
    } finally {
      faults.end();
    }
    volume.delete().await(PATIENCE);
  }

  private PersistentVolumeClaim claim(SizedVolume<?> volume) {
    return NAMESPACE
        .admin()
        .persistentVolumeClaims()
        .inNamespace(NAMESPACE.name())
        .withName(volume.backendDetails().get("persistentVolumeClaim"))
        .get();
  }

  private long request(SizedVolume<?> volume) {
    return Quantity.getAmountInBytes(
            claim(volume).getSpec().getResources().getRequests().get("storage"))
        .longValue();
  }

  /** A patch without a resourceVersion: the resizer writes to the claim meanwhile. */
  private void request(SizedVolume<?> volume, long bytes) {
    NAMESPACE
        .admin()
        .resource(claim(volume))
        .edit(
            claim -> {
              claim.getSpec().getResources().getRequests().put("storage", new Quantity("" + bytes));
              return claim;
            });
  }

  @Test
  void a_class_that_lets_nothing_grow_refuses_before_anything_changes() {
    var classes = NAMESPACE.admin().storage().v1().storageClasses();
    var fixed = classes.withName("ceph-rbd").get();
    fixed.getMetadata().setName("fixed-" + NAMESPACE.name());
    fixed.getMetadata().setResourceVersion(null);
    fixed.getMetadata().setUid(null);
    fixed.setAllowVolumeExpansion(false);
    classes.resource(fixed).create();
    try (StorageClient other =
        StorageClient.builder()
            .account("acme")
            .owner(Owner.user("ana"))
            .region(
                Cluster.REGION,
                RegionConfiguration.of(Cluster.backend(NAMESPACE))
                    .withProfiles(
                        List.of(profile(VolumeKind.DRIVE, fixed.getMetadata().getName()))))
            .build()) {
      var drive = other.cloudDrives().create("fixed", d -> d.size(gb(1))).await(PATIENCE);
      assertThatThrownBy(() -> drive.resize(gb(2)))
          .isInstanceOf(UnsupportedException.class)
          .hasMessageContaining("does not let volumes grow");
      assertThat(drive.refresh().size()).isEqualTo(gb(1));
      drive.delete().await(PATIENCE);
    } finally {
      classes.resource(fixed).delete();
    }
  }
}
