package dev.mooring.kubernetes;

import dev.mooring.testkit.Figures;
import dev.mooring.testkit.history.HistorySuite;
import dev.mooring.testkit.process.SharedFixture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("real")
@DisplayName("Histories of processes on a real cluster:")
class KubernetesHistoryTest extends HistorySuite {
  @AutoClose private static final SharedFixture FIXTURE = new KubernetesFixture();

  @Override
  protected SharedFixture fixture() {
    return FIXTURE;
  }

  @Override
  protected int histories() {
    return Figures.of(50, 1000);
  }

  /** They mostly wait for controllers. */
  @Override
  protected int lanes() {
    return 4;
  }
}
