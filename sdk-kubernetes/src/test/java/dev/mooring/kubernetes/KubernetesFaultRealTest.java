package dev.mooring.kubernetes;

import dev.mooring.testkit.crash.FaultFixture;
import dev.mooring.testkit.crash.FaultSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("real")
@DisplayName("Requests to a real API server that break:")
class KubernetesFaultRealTest extends FaultSuite {
  private static ProxiedNamespace namespace;

  @BeforeAll
  static void open(@TempDir Path folder) {
    namespace = new ProxiedNamespace(folder);
  }

  @AfterAll
  static void close() {
    namespace.close();
  }

  @Override
  protected FaultFixture fixture() {
    return namespace;
  }
}
