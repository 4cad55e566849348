package dev.mooring.embedded.internal;

import dev.mooring.embedded.Embedded;
import dev.mooring.spi.Backend;
import dev.mooring.testkit.contract.World;
import dev.mooring.testkit.crash.CrashFixture;
import dev.mooring.testkit.crash.CrashSuite;
import dev.mooring.testkit.crash.SocketTap;
import dev.mooring.testkit.crash.Tap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
@DisplayName("Processes killed while they change the embedded backend:")
class EmbeddedCrashTest extends CrashSuite {
  private static Fixture fixture;

  @BeforeAll
  static void open(@TempDir Path root, @TempDir Path home) throws IOException {
    SocketTap tap =
        SocketTap.open(change -> change.startsWith("COMMIT") || change.indexOf('.') > 0);
    // Between a statement and its commit nothing is on the disk that counts.
    boolean statements = Boolean.getBoolean("mooring.full");
    Path configuration =
        Files.writeString(
            home.resolve("mooring.yaml"),
            """
            regions:
              %s:
                tapped: {root: "%s", tap: "%d", statements: %s}
            """
                .formatted(World.REGION, root, tap.port(), statements));
    fixture = new Fixture(root, configuration, tap);
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @Override
  protected CrashFixture fixture() {
    return fixture;
  }

  private record Fixture(Path root, Path configuration, Tap tap)
      implements CrashFixture, RootFixture {
    @Override
    public Backend backend() {
      return Embedded.at(root);
    }

    @Override
    public boolean exhaustive() {
      return true;
    }

    @Override
    public void close() {
      tap.close();
    }
  }
}
