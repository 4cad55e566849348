package dev.mooring.kubernetes;

import dev.mooring.testkit.Figures;
import dev.mooring.testkit.process.SharedFixture;
import dev.mooring.testkit.race.RaceSuite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("real")
@DisplayName("Four processes on a real cluster:")
class KubernetesRaceTest extends RaceSuite {
  @AutoClose private static final SharedFixture FIXTURE = new KubernetesFixture();

  @Override
  protected SharedFixture fixture() {
    return FIXTURE;
  }

  @Override
  protected int rounds() {
    return Figures.of(10, 100);
  }
}
