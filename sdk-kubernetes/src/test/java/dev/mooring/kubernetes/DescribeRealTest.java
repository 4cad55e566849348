package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.describe.BackendEvent;
import dev.mooring.describe.Finding;
import dev.mooring.describe.Finding.Sight;
import dev.mooring.describe.VolumeDescription;
import dev.mooring.drive.CloudDrive;
import dev.mooring.instance.Instance;
import dev.mooring.testkit.Eventually;
import dev.mooring.volume.Reason;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real")
class DescribeRealTest {
  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  private final StorageClient storage = Cluster.client(Cluster.backend(NAMESPACE), "acme");

  @AfterEach
  void close() {
    storage.close();
  }

  @Test
  void a_drive_in_use_shows_its_volume_node_and_pod() {
    CloudDrive drive =
        storage.cloudDrives().create("used", d -> d.size(gb(1))).await(Eventually.PATIENCE);
    Instance instance =
        storage.instances().launch("one", m -> m.mount("used", "/w")).await(Eventually.PATIENCE);

    VolumeDescription described = drive.describe();

    assertThat(described.findings())
        .filteredOn(finding -> finding.sight() == Sight.FOUND)
        .extracting(Finding::kind)
        .contains(
            "PersistentVolumeClaim",
            "PersistentVolume",
            "StorageClass",
            "CSIDriver",
            "Pod",
            "VolumeAttachment",
            "CSINode");
    assertThat(described.findings())
        .noneMatch(finding -> finding.sight() == Sight.UNREADABLE)
        .anySatisfy(
            finding ->
                assertThat(finding.toString()).matches("Pod one.* FOUND: Running on node-[ab]"));
    assertThat(described.events()).extracting(BackendEvent::reason).contains("Provisioning");
    instance.stop();
    storage.attachments().of(instance.target()).detachAll().await(Eventually.PATIENCE);
    drive.delete().await(Eventually.PATIENCE);
  }

  @Test
  void a_drive_that_nobody_makes_shows_that_its_driver_is_missing() {
    CloudDrive drive = storage.cloudDrives().create("lonely", d -> d.size(gb(1)).profile("absent"));

    VolumeDescription described =
        Eventually.value(
            "the cluster asks for the driver",
            () -> Optional.of(drive.describe()).filter(seen -> seen.reasonIfSet().isPresent()));

    assertThat(described.reasonIfSet().orElseThrow().reason()).isEqualTo(Reason.PROVISIONER_ABSENT);
    assertThat(described.findings())
        .filteredOn(finding -> finding.sight() == Sight.ABSENT)
        .extracting(Finding::kind)
        .contains("PersistentVolume", "CSIDriver", "CSINode");
    assertThat(described.events()).isNotEmpty();
    drive.delete().await(Eventually.PATIENCE);
  }
}
