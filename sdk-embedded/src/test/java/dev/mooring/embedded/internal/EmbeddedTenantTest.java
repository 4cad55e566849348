package dev.mooring.embedded.internal;

import dev.mooring.embedded.Embedded;
import dev.mooring.testkit.contract.BackendFixture;
import dev.mooring.testkit.tenant.TenantSuite;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Accounts that share an embedded root:")
class EmbeddedTenantTest extends TenantSuite {
  @TempDir static Path root;

  private @Nullable BackendFixture fixture;

  @Override
  protected BackendFixture fixture() {
    if (fixture == null) {
      fixture = new ContractFixture(Embedded.at(root), root);
    }
    return fixture;
  }
}
