package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.describe.VolumeDescription;
import dev.mooring.drive.CloudDrive;
import dev.mooring.testkit.Eventually;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The one right of clusterrole-usage.yaml, without and with it. */
@Tag("real")
class UsageRightRealTest {
  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  @Test
  void without_the_right_the_use_is_unknown_and_why_is_told() {
    List<Triple> rights = Triple.of(TestNamespace.rules("clusterrole-usage.yaml"));
    assertThat(rights).singleElement().hasToString("get nodes/proxy");
    try (StorageClient storage = Cluster.client(Cluster.backend(NAMESPACE), "acme")) {
      storage
          .instances()
          .launch("user", mounts -> mounts.createDrive("used", gb(1), "/w"))
          .await(Eventually.PATIENCE);
      CloudDrive drive = storage.cloudDrives().named("used");
      assertThat(drive.usage()).isEmpty();
      assertThat(drive.describe().usageNote()).contains("deploy/clusterrole-usage.yaml");
      assertThat(drive.health().unseen()).as("that needs no such right").isEmpty();

      List<PolicyRule> rules = new ArrayList<>(TestNamespace.rules("clusterrole-read.yaml"));
      rules.addAll(TestNamespace.rules("clusterrole-usage.yaml"));
      NAMESPACE.bindClusterRole(rules);
      NAMESPACE.untilAllowed(rights.get(0), "", true);
      VolumeDescription described = drive.describe();
      assertThat(described.usageNote()).doesNotContain("clusterrole-usage.yaml");
      if (NodeStatistics.areThere(NAMESPACE.admin())) {
        Eventually.holds("the node has measured it", () -> drive.usage().isPresent());
      } else {
        assertThat(described.usageNote()).contains("does not tell");
      }
    } finally {
      try (StorageClient storage = Cluster.client(Cluster.backend(NAMESPACE), "acme")) {
        Verbs.clean(storage, NAMESPACE);
      }
    }
  }
}
