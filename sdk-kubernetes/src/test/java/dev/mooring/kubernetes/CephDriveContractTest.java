package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.drive.CloudDrive;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.contract.BackendFixture;
import dev.mooring.testkit.contract.DriveContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real")
@DisplayName("Drives of a real cluster on a real Ceph (class ceph-block):")
class CephDriveContractTest extends DriveContract {
  @AutoClose
  private static final KubernetesFixture FIXTURE = new KubernetesFixture(Cluster.REAL_CEPH);

  @Override
  protected BackendFixture fixture() {
    return FIXTURE;
  }

  @Test
  void a_drive_is_an_image_of_the_pool_until_it_is_deleted() {
    try (StorageClient storage = Cluster.client(FIXTURE.backend(), "image", Cluster.REAL_CEPH)) {
      CloudDrive drive =
          storage.cloudDrives().create("image", d -> d.size(gb(1))).await(Eventually.PATIENCE);
      assertThat(CephPool.images()).isNotEmpty();
      drive.delete().await(Eventually.PATIENCE);
    }
    CephPool.assertNothingOf(FIXTURE.namespace);
  }

  /** While the namespace is still there: the SDK took the images away, not its end. */
  @AfterAll
  static void no_image_and_no_subvolume_is_left() {
    CephPool.assertNothingOf(FIXTURE.namespace);
    CephPool.assertNoSubvolumesOf(FIXTURE.namespace);
  }
}
