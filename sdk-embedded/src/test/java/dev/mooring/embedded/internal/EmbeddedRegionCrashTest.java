package dev.mooring.embedded.internal;

import dev.mooring.testkit.crash.SocketTap;
import dev.mooring.testkit.crash.Tap;
import dev.mooring.testkit.region.RegionCrashSuite;
import dev.mooring.testkit.region.RegionsFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
@DisplayName("Processes killed while they change two root folders, as two regions:")
class EmbeddedRegionCrashTest extends RegionCrashSuite {
  @TempDir static Path first;
  @TempDir static Path second;

  @AutoClose private static final SocketTap TAP = SocketTap.open();

  @Override
  protected RegionsFixture fixture() {
    return RegionsFixture.of(new FolderFixture(first), new FolderFixture(second));
  }

  @Override
  protected Tap tap() {
    return TAP;
  }

  @Override
  protected Path configuration() {
    String text =
        """
        home: us-central
        region: eu-west
        regions:
          us-central:
            tapped: {root: "%s", tap: "%d"}
          eu-west:
            tapped: {root: "%s", tap: "%d"}
        """
            .formatted(first.resolve("root"), TAP.port(), second.resolve("root"), TAP.port());
    try {
      return Files.writeString(first.resolve("crash.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
