package dev.mooring.embedded.internal;

import dev.mooring.testkit.Figures;
import dev.mooring.testkit.process.SharedFixture;
import dev.mooring.testkit.race.RaceSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
@DisplayName("Four processes on one root folder:")
class EmbeddedRaceTest extends RaceSuite {
  @TempDir static Path folder;

  @Override
  protected SharedFixture fixture() {
    return new FolderFixture(folder);
  }

  @Override
  protected int rounds() {
    return Figures.of(100, 1000);
  }
}
