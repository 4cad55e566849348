package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Attachment;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.Target;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.describe.Finding;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.instance.Instance;
import dev.mooring.profile.Profile;
import dev.mooring.testkit.Eventually;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeKind;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A volume in one zone, and a target that is limited to another. */
@Tag("real")
class ZonesRealTest {
  private static final String ZONE = "topology.kubernetes.io/zone";
  private static final String A = "us-central-a";
  private static final String B = "us-central-b";
  private static final Target TARGET = Target.instance("trainer");

  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  private static StorageClient client(String storageClass, String zone) {
    return StorageClient.builder()
        .account("acme")
        .region(
            Cluster.REGION,
            RegionConfiguration.of(Cluster.backend(NAMESPACE))
                .withProfiles(
                    List.of(
                        Profile.of("zoned", VolumeKind.DRIVE, "fast-rwo")
                            .withStorageClass(storageClass)
                            .withAccessMode(AccessMode.READ_WRITE_ONCE)
                            .withNodeSelector(Map.of(ZONE, zone))
                            .asDefault())))
        .build();
  }

  /** Launches the target, and returns the attachment once it says why it waits. */
  private static Attachment stuck(StorageClient storage, CloudDrive drive) {
    Launch launch = storage.attachments().to(TARGET).mount(drive, "/w").plan().apply();
    Instance instance = storage.instances().launch(launch);
    Attachment attachment =
        Eventually.value(
            "the attachment says why",
            () ->
                storage.attachments().of(TARGET).list().stream()
                    .filter(found -> found.reason() != null)
                    .findFirst());
    instance.stop();
    storage.attachments().of(TARGET).detachAll().await(Eventually.PATIENCE);
    return attachment;
  }

  private static void isElsewhere(Attachment attachment, String words) {
    assertThat(attachment.reasonIfSet().map(StatusReason::reason)).contains(Reason.TOPOLOGY);
    assertThat(attachment.reasonIfSet().map(StatusReason::raw).orElse("")).contains(words);
  }

  /** A volume that somebody made by hand, as local disks are. */
  @Test
  void a_target_in_another_zone_is_told_with_the_scheduler_s_words() {
    String name = NAMESPACE.name() + "-local";
    makeByHand(name);
    try (StorageClient storage = client(name, B)) {
      CloudDrive drive =
          storage.cloudDrives().create("local", d -> d.size(gb(1))).await(Eventually.PATIENCE);
      assertThat(drive.statusReason().map(StatusReason::reason))
          .contains(Reason.READY_ON_FIRST_USE);

      isElsewhere(stuck(storage, drive), "didn't find available persistent volumes to bind");
      drive.purge().await(Eventually.PATIENCE);
    } finally {
      NAMESPACE.admin().persistentVolumes().withName(name).delete();
      NAMESPACE.admin().storage().v1().storageClasses().withName(name).delete();
    }
  }

  private static void makeByHand(String name) {
    Object unused =
        NAMESPACE
            .admin()
            .resource(
                new StorageClassBuilder()
                    .withNewMetadata()
                    .withName(name)
                    .endMetadata()
                    .withProvisioner("kubernetes.io/no-provisioner")
                    .withVolumeBindingMode("WaitForFirstConsumer")
                    .build())
            .create();
    unused =
        NAMESPACE
            .admin()
            .resource(
                new PersistentVolumeBuilder()
                    .withNewMetadata()
                    .withName(name)
                    .endMetadata()
                    .withNewSpec()
                    .withStorageClassName(name)
                    .withAccessModes("ReadWriteOnce")
                    .withCapacity(Map.of("storage", new Quantity("2Gi")))
                    .withPersistentVolumeReclaimPolicy("Retain")
                    .withNewLocal()
                    .withPath("/tmp")
                    .endLocal()
                    .withNewNodeAffinity()
                    .withNewRequired()
                    .addNewNodeSelectorTerm()
                    .addNewMatchExpression()
                    .withKey(ZONE)
                    .withOperator("In")
                    .withValues(A)
                    .endMatchExpression()
                    .endNodeSelectorTerm()
                    .endRequired()
                    .endNodeAffinity()
                    .endSpec()
                    .build())
            .create();
  }

  /** The test bed was started with {@code TOPOLOGY=hostpath.csi.k8s.io}. */
  @Test
  @EnabledIfSystemProperty(named = "mooring.zones", matches = "true")
  void a_volume_stays_in_the_zone_of_its_first_pod() {
    CloudDrive drive;
    try (StorageClient storage = client("csi-hostpath-wffc", A)) {
      drive = storage.cloudDrives().create("work", d -> d.size(gb(1))).await(Eventually.PATIENCE);
      Launch launch = storage.attachments().to(TARGET).mount(drive, "/w").plan().apply();
      storage.instances().launch(launch).await(Eventually.PATIENCE).stop();
      storage.attachments().of(TARGET).detachAll().await(Eventually.PATIENCE);
      assertThat(drive.describe().findings())
          .filteredOn(finding -> finding.kind().equals("PersistentVolume"))
          .singleElement()
          .extracting(Finding::details)
          .asString()
          .contains(ZONE + " in " + A);
    }
    try (StorageClient storage = client("csi-hostpath-wffc", B)) {
      CloudDrive same = storage.cloudDrives().named("work");
      assertThat(
              storage
                  .cloudDrives()
                  .plan(CreateDrive.named("copy").from(same))
                  .warnings()
                  .toString())
          .contains("TOPOLOGY", ZONE + " in " + A);
      isElsewhere(stuck(storage, same), "didn't match PersistentVolume's node affinity");
      same.purge().await(Eventually.PATIENCE);
    }
    try (StorageClient storage = client("csi-hostpath-zone-a", B)) {
      assertThat(storage.cloudDrives().plan(CreateDrive.named("nowhere").size(gb(1))).violations())
          .singleElement()
          .asString()
          .contains("no pod could mount");
    }
  }
}
