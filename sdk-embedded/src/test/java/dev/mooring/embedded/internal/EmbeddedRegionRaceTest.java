package dev.mooring.embedded.internal;

import dev.mooring.testkit.Figures;
import dev.mooring.testkit.region.RegionRaceSuite;
import dev.mooring.testkit.region.RegionsFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
@DisplayName("Four processes on two root folders, as two regions:")
class EmbeddedRegionRaceTest extends RegionRaceSuite {
  @TempDir static Path first;
  @TempDir static Path second;

  @Override
  protected RegionsFixture fixture() {
    return RegionsFixture.of(new FolderFixture(first), new FolderFixture(second));
  }

  @Override
  protected Path configuration(String region) {
    String text =
        """
        home: us-central
        region: %s
        regions:
          us-central: {embedded: {root: "%s"}}
          eu-west: {embedded: {root: "%s"}}
        """
            .formatted(region, first.resolve("root"), second.resolve("root"));
    try {
      return Files.writeString(first.resolve(region + ".yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected int rounds() {
    return Figures.of(5, 50);
  }
}
