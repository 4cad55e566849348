package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.contract.BackendFixture;
import dev.mooring.testkit.contract.FilesystemContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real")
@DisplayName("Filesystems of a real cluster on a real Ceph (class ceph-filesystem):")
class CephFilesystemContractTest extends FilesystemContract {
  @AutoClose
  private static final KubernetesFixture FIXTURE = new KubernetesFixture(Cluster.REAL_CEPH);

  @Override
  protected BackendFixture fixture() {
    return FIXTURE;
  }

  @Test
  void a_filesystem_is_a_subvolume_until_it_is_deleted() {
    try (StorageClient storage =
        Cluster.client(FIXTURE.backend(), "subvolume", Cluster.REAL_CEPH)) {
      SharedFilesystem filesystem =
          storage.filesystems().create("shared", f -> f.size(gb(1))).await(Eventually.PATIENCE);
      assertThat(CephPool.subvolumes()).isNotEmpty();
      filesystem.delete().await(Eventually.PATIENCE);
    }
    CephPool.assertNoSubvolumesOf(FIXTURE.namespace);
  }

  /** While the namespace is still there: the SDK took the images away, not its end. */
  @AfterAll
  static void no_image_and_no_subvolume_is_left() {
    CephPool.assertNothingOf(FIXTURE.namespace);
    CephPool.assertNoSubvolumesOf(FIXTURE.namespace);
  }
}
