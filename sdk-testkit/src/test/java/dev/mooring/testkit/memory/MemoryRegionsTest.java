package dev.mooring.testkit.memory;

import dev.mooring.testkit.region.RegionsFixture;
import dev.mooring.testkit.region.RegionsSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The suite of two regions can be passed. */
class MemoryRegionsTest extends RegionsSuite {
  private static RegionsFixture fixture;

  @BeforeAll
  static void connect(@TempDir Path first, @TempDir Path second) {
    fixture = RegionsFixture.of(new MemoryFixture(first), new MemoryFixture(second));
  }

  @Override
  protected RegionsFixture fixture() {
    return fixture;
  }
}
