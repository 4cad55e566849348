package dev.mooring.kubernetes;

import dev.mooring.testkit.contract.BackendFixture;
import dev.mooring.testkit.tenant.TenantSuite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("real")
@DisplayName("Accounts that share a namespace of a real cluster:")
class SharedNamespaceTenantTest extends TenantSuite {
  @AutoClose private static final BackendFixture FIXTURE = new KubernetesFixture();

  @Override
  protected BackendFixture fixture() {
    return FIXTURE;
  }
}
