package dev.mooring.kubernetes;

import dev.mooring.testkit.contract.BackendFixture;
import dev.mooring.testkit.tenant.TenantSuite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("real")
@DisplayName("Accounts of a real cluster with a namespace each:")
class OwnNamespaceTenantTest extends TenantSuite {
  @AutoClose private static final BackendFixture FIXTURE = KubernetesFixture.perAccount();

  @Override
  protected BackendFixture fixture() {
    return FIXTURE;
  }
}
