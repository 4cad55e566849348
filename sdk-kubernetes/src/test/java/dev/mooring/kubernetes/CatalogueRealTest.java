package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mooring.StorageClient;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.profile.Availability;
import dev.mooring.profile.CreateBy;
import dev.mooring.profile.Growth;
import dev.mooring.profile.Obstacle.Cause;
import dev.mooring.profile.Profile;
import dev.mooring.profile.ProfileOffer;
import dev.mooring.profile.Support;
import dev.mooring.region.Probe;
import dev.mooring.testkit.Eventually;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.VolumeKind;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.TopologySelectorTermBuilder;
import io.fabric8.kubernetes.api.model.storage.CSIDriverBuilder;
import io.fabric8.kubernetes.api.model.storage.CSIStorageCapacityBuilder;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each reason why a profile cannot be had, found in a real cluster, and the lanes out of the box.
 */
@Tag("real")
class CatalogueRealTest {
  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  private final KubernetesClient admin = NAMESPACE.admin();

  /** A driver that says it tells its room, but runs nowhere. */
  private final String driver = NAMESPACE.name() + ".csi.example.com";

  private StorageClient client(Profile... profiles) {
    return StorageClient.builder()
        .account("acme")
        .region(
            Cluster.REGION,
            RegionConfiguration.of(Cluster.backend(NAMESPACE)).withProfiles(List.of(profiles)))
        .build();
  }

  private static Profile profile(String storageClass) {
    return Profile.of("tried", VolumeKind.DRIVE, "fast-rwo").withStorageClass(storageClass);
  }

  private Availability of(Profile profile) {
    try (StorageClient storage = client(profile)) {
      return storage.profiles().list(Cluster.REGION).get(0).availability();
    }
  }

  private void makeClass(StorageClass storageClass) {
    admin.storage().v1().storageClasses().resource(storageClass).create();
  }

  private StorageClassBuilder ownClass() {
    return new StorageClassBuilder()
        .withNewMetadata()
        .withName(NAMESPACE.name())
        .endMetadata()
        .withProvisioner(driver);
  }

  @AfterEach
  void clean() {
    admin.storage().v1().storageClasses().withName(NAMESPACE.name()).delete();
    admin.storage().v1().csiDrivers().withName(driver).delete();
    admin.storage().v1().csiStorageCapacities().inNamespace(NAMESPACE.name()).delete();
    admin.resourceQuotas().inNamespace(NAMESPACE.name()).delete();
  }

  @Test
  void missing_classes_and_drivers_are_told_apart() {
    assertThat(of(profile("no-such-class")).obstacles())
        .singleElement()
        .satisfies(obstacle -> assertThat(obstacle.cause()).isEqualTo(Cause.CLASS_MISSING))
        .satisfies(obstacle -> assertThat(obstacle.words()).contains("no-such-class"));
    assertThat(
            of(Profile.of("tried", VolumeKind.DRIVE, "fast-rwo").withDriver("csi.nobody.example"))
                .cause())
        .contains(Cause.CLASS_MISSING);
    assertThat(of(profile("broken")).obstacles())
        .singleElement()
        .satisfies(obstacle -> assertThat(obstacle.cause()).isEqualTo(Cause.DRIVER_MISSING))
        .satisfies(obstacle -> assertThat(obstacle.words()).contains("broken.csi.example.com"));
  }

  @Test
  void a_driver_on_no_node_and_a_class_without_room_are_told() {
    makeClass(ownClass().build());
    admin
        .storage()
        .v1()
        .csiDrivers()
        .resource(
            new CSIDriverBuilder()
                .withNewMetadata()
                .withName(driver)
                .endMetadata()
                .withNewSpec()
                .withStorageCapacity(true)
                .endSpec()
                .build())
        .create();
    assertThat(of(profile(NAMESPACE.name())).obstacles())
        .extracting(o -> o.cause())
        .containsExactly(Cause.DRIVER_ON_NO_NODE, Cause.NO_CAPACITY);
    admin
        .storage()
        .v1()
        .csiStorageCapacities()
        .inNamespace(NAMESPACE.name())
        .resource(
            new CSIStorageCapacityBuilder()
                .withNewMetadata()
                .withName("segment")
                .endMetadata()
                .withStorageClassName(NAMESPACE.name())
                .withNewNodeTopology()
                .addToMatchLabels("topology.kubernetes.io/zone", "a")
                .endNodeTopology()
                .withCapacity(new Quantity("10G"))
                .withMaximumVolumeSize(new Quantity("5G"))
                .build())
        .create();
    Profile profile = profile(NAMESPACE.name());
    assertThat(of(profile.withSizes(gb(5), null)).obstacles())
        .extracting(o -> o.cause())
        .containsExactly(Cause.DRIVER_ON_NO_NODE);
    assertThat(of(profile.withSizes(gb(6), null)).reason()).contains("room for 5GB at most");
    assertThat(of(profile.withNodeSelector(Map.of("topology.kubernetes.io/zone", "b"))).reason())
        .contains("room for nothing on nodes with topology.kubernetes.io/zone in b");
  }

  @Test
  void modes_nodes_and_roles_that_do_not_fit_are_told() {
    assertThat(of(Profile.of("tried", VolumeKind.FILESYSTEM, "x").withStorageClass("ceph-rbd")))
        .satisfies(found -> assertThat(found.cause()).contains(Cause.ACCESS_MODE))
        .satisfies(found -> assertThat(found.reason()).contains("ReadWriteMany", "Ceph RBD"));
    makeClass(
        ownClass()
            .withProvisioner("rbd.csi.ceph.com")
            .withAllowedTopologies(
                new TopologySelectorTermBuilder()
                    .addNewMatchLabelExpression()
                    .withKey("topology.kubernetes.io/zone")
                    .withValues("a")
                    .endMatchLabelExpression()
                    .build())
            .build());
    Profile here = profile(NAMESPACE.name());
    assertThat(of(here).state()).isEqualTo(Availability.State.AVAILABLE);
    assertThat(of(here.withNodeSelector(Map.of("topology.kubernetes.io/zone", "b"))).cause())
        .contains(Cause.NODES);
    assertThat(of(here.withCreateBy(CreateBy.ADMIN)).cause()).contains(Cause.ROLE);
  }

  @Test
  void a_full_quota_of_the_namespace_is_told() {
    admin
        .resourceQuotas()
        .inNamespace(NAMESPACE.name())
        .resource(
            new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName("storage")
                .endMetadata()
                .withNewSpec()
                .addToHard("requests.storage", new Quantity("2G"))
                .endSpec()
                .build())
        .create();
    Eventually.holds(
        "the quota is counted",
        () ->
            admin
                    .resourceQuotas()
                    .inNamespace(NAMESPACE.name())
                    .withName("storage")
                    .get()
                    .getStatus()
                    .getHard()
                != null);
    assertThat(of(profile("ceph-rbd")).state()).isEqualTo(Availability.State.AVAILABLE);
    Availability full = of(profile("ceph-rbd").withSizes(gb(3), null));
    assertThat(full.state()).isEqualTo(Availability.State.UNAVAILABLE);
    assertThat(full.cause()).contains(Cause.QUOTA_FULL);
    assertThat(full.reason()).contains("ResourceQuota storage", "2GB");
  }

  @Test
  void the_lanes_are_there_out_of_the_box_and_stay_with_the_class_they_began_with() {
    try (StorageClient storage =
        StorageClient.builder()
            .account("acme")
            .region(Cluster.REGION, Cluster.backend(NAMESPACE))
            .build()) {
      List<ProfileOffer> offers = storage.profiles().list(Cluster.REGION);
      assertThat(offers)
          .extracting(offer -> offer.profile().lane())
          .containsExactly("default", "fast-rwo", "shared-rwx", "legacy-rwx");
      assertThat(offers)
          .extracting(offer -> offer.features().driver())
          .containsExactly("", "Longhorn", "JuiceFS", "NFS");
      assertThat(offers.get(0).availability().cause()).contains(Cause.CLASS_MISSING);
      assertThat(offers.subList(1, 4))
          .allMatch(offer -> offer.availability().state() == Availability.State.AVAILABLE);
      ProfileOffer shared = offers.get(2);
      assertThat(shared.accessMode()).isEqualTo(AccessMode.READ_WRITE_MANY);
      assertThat(shared.features().terms()).isEqualTo("PV/PVC on JuiceFS (RWX)");
      assertThat(shared.features().growth()).isEqualTo(Growth.ONLINE);
      assertThat(shared.features().clones()).isEqualTo(Support.NO);
      assertThat(shared.features().gaps()).isNotEmpty();
      var made =
          storage.filesystems().create("corpus", f -> f.size(gb(1))).await(Eventually.PATIENCE);
      assertThat(made.profile()).isEqualTo("shared");
      assertThat(made.describe().terms()).isEqualTo("PV/PVC on JuiceFS (RWX)");
      assertThat(
              admin
                  .persistentVolumeClaims()
                  .inNamespace(NAMESPACE.name())
                  .list()
                  .getItems()
                  .get(0)
                  .getSpec()
                  .getStorageClassName())
          .isEqualTo("juicefs");
      assertThat(storage.regions().check())
          .filteredOn(line -> line.name().startsWith("profile "))
          .extracting(Probe::name, Probe::outcome)
          .contains(
              tuple("profile shared", Probe.Outcome.OK),
              tuple("profile block", Probe.Outcome.FAILED));
      made.delete().await(Eventually.PATIENCE);
    }
  }
}
