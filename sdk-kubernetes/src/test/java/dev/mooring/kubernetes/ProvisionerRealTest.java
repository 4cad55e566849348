package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.StorageTimeoutException;
import dev.mooring.operation.Operation;
import dev.mooring.testkit.Eventually;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The CSI provisioner of a class is stopped, and comes back. */
@Tag("real")
@Tag("disruptive")
class ProvisionerRealTest {
  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  @RegisterExtension final TestBed testBed = new TestBed();

  private final StorageClient storage = Cluster.client(Cluster.backend(NAMESPACE), "acme");

  @AfterEach
  void close() {
    testBed.up();
    storage.close();
    NAMESPACE.empty();
  }

  private CloudDrive create() {
    return storage.cloudDrives().create(CreateDrive.named("patient").size(gb(1)));
  }

  @Test
  void a_create_waits_for_a_provisioner_that_is_stopped_and_is_the_same_when_it_is_back() {
    testBed.kill("rbd.csi.ceph.com-provisioner");
    CloudDrive drive = create();
    StorageTimeoutException timeout =
        catchThrowableOfType(
            StorageTimeoutException.class, () -> drive.await(Duration.ofSeconds(5)));
    assertThat(timeout).as("a timeout, not a failure").isNotNull();
    assertThat(timeout.reason()).isIn("IN_PROGRESS", "PROVISIONER_ABSENT");
    assertThat(timeout.raw()).contains("external provisioner", "rbd.csi.ceph.com");
    assertThat(timeout.hint()).as("what to do").isNotEmpty();

    testBed.up();
    CloudDrive again = create().await(Eventually.PATIENCE);
    assertThat(again.id()).isEqualTo(drive.id());
    assertThat(NAMESPACE.admin().persistentVolumes().list().getItems())
        .filteredOn(pv -> pv.getSpec().getClaimRef() != null)
        .filteredOn(pv -> pv.getSpec().getClaimRef().getNamespace().equals(NAMESPACE.name()))
        .as("volumes in the cluster")
        .hasSize(1);
    again.delete().await(Eventually.PATIENCE);
  }

  @Test
  void a_delete_waits_for_a_provisioner_that_is_stopped_and_leaves_nothing_when_it_is_back() {
    CloudDrive drive = create().await(Eventually.PATIENCE);
    testBed.kill("rbd.csi.ceph.com-provisioner");
    Operation<?> deletion = drive.delete();
    assertThatThrownBy(() -> deletion.await(Duration.ofSeconds(5)))
        .as("its bytes are there as long as its PersistentVolume")
        .isInstanceOf(StorageTimeoutException.class)
        .hasMessageContainingAll("PersistentVolume pvc-", "Released", "its name free");
    assertThat(storage.cloudDrives().find("patient")).isEmpty();

    testBed.up();
    deletion.await(Eventually.PATIENCE);
    assertThat(NAMESPACE.admin().persistentVolumes().list().getItems())
        .filteredOn(pv -> pv.getSpec().getClaimRef() != null)
        .filteredOn(pv -> pv.getSpec().getClaimRef().getNamespace().equals(NAMESPACE.name()))
        .as("volumes that outlive their claims")
        .isEmpty();
  }
}
