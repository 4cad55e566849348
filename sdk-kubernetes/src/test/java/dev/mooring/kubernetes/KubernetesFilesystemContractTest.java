package dev.mooring.kubernetes;

import dev.mooring.testkit.contract.BackendFixture;
import dev.mooring.testkit.contract.FilesystemContract;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("real")
@DisplayName("Filesystems of a real cluster (class cephfs):")
class KubernetesFilesystemContractTest extends FilesystemContract {
  @AutoClose private static final BackendFixture FIXTURE = new KubernetesFixture();

  @Override
  protected BackendFixture fixture() {
    return FIXTURE;
  }
}
