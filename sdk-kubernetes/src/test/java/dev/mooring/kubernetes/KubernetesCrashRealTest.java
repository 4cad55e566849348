package dev.mooring.kubernetes;

import dev.mooring.testkit.crash.CrashFixture;
import dev.mooring.testkit.crash.CrashSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("real")
@DisplayName("Processes killed while they change a real cluster:")
class KubernetesCrashRealTest extends CrashSuite {
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
  protected CrashFixture fixture() {
    return namespace;
  }
}
