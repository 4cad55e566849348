package dev.mooring.embedded.internal;

import dev.mooring.testkit.Figures;
import dev.mooring.testkit.history.HistorySuite;
import dev.mooring.testkit.process.SharedFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
@DisplayName("Histories of processes on one root folder:")
class EmbeddedHistoryTest extends HistorySuite {
  @TempDir static Path folder;

  @Override
  protected SharedFixture fixture() {
    return new FolderFixture(folder);
  }

  @Override
  protected int histories() {
    return Figures.of(50, 1000);
  }
}
