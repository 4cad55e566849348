package dev.mooring.embedded.internal;

import dev.mooring.embedded.Embedded;
import dev.mooring.testkit.contract.BackendFixture;
import dev.mooring.testkit.contract.StorageContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The embedded backend in a folder:")
class EmbeddedContractTest extends StorageContract {
  private static BackendFixture fixture;

  @BeforeAll
  static void connect(@TempDir Path root) {
    fixture = new ContractFixture(Embedded.at(root), root);
  }

  @Override
  protected BackendFixture fixture() {
    return fixture;
  }
}
