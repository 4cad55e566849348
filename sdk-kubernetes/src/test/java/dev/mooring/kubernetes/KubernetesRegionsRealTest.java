package dev.mooring.kubernetes;

import dev.mooring.testkit.Figures;
import dev.mooring.testkit.region.RegionsFixture;
import dev.mooring.testkit.region.RegionsSuite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("real")
@DisplayName("Two namespaces of a real cluster, as two regions:")
class KubernetesRegionsRealTest extends RegionsSuite {
  @AutoClose
  private static final RegionsFixture FIXTURE =
      RegionsFixture.of(new KubernetesFixture(), new KubernetesFixture(), Figures.of(3, 1));

  @Override
  protected RegionsFixture fixture() {
    return FIXTURE;
  }
}
