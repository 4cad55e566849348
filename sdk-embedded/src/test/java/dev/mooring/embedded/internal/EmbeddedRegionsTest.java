package dev.mooring.embedded.internal;

import dev.mooring.embedded.Embedded;
import dev.mooring.testkit.region.RegionsFixture;
import dev.mooring.testkit.region.RegionsSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Two embedded regions in folders:")
class EmbeddedRegionsTest extends RegionsSuite {
  private static RegionsFixture fixture;

  @BeforeAll
  static void connect(@TempDir Path first, @TempDir Path second) {
    fixture =
        RegionsFixture.of(
            new ContractFixture(Embedded.at(first), first),
            new ContractFixture(Embedded.at(second), second));
  }

  @Override
  protected RegionsFixture fixture() {
    return fixture;
  }
}
