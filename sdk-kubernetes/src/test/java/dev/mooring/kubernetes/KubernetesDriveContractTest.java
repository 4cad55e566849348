package dev.mooring.kubernetes;

import dev.mooring.testkit.contract.BackendFixture;
import dev.mooring.testkit.contract.DriveContract;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("real")
@DisplayName("Drives of a real cluster (class ceph-rbd):")
class KubernetesDriveContractTest extends DriveContract {
  @AutoClose private static final BackendFixture FIXTURE = new KubernetesFixture();

  @Override
  protected BackendFixture fixture() {
    return FIXTURE;
  }
}
