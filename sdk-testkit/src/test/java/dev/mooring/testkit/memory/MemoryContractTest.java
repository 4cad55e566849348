package dev.mooring.testkit.memory;

import dev.mooring.testkit.contract.BackendFixture;
import dev.mooring.testkit.contract.StorageContract;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The suite can be passed. */
class MemoryContractTest extends StorageContract {
  private static BackendFixture fixture;

  @BeforeAll
  static void connect(@TempDir Path root) {
    fixture = new MemoryFixture(root);
  }

  @Override
  protected BackendFixture fixture() {
    return fixture;
  }
}
