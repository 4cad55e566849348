package dev.mooring.kubernetes;

import dev.mooring.testkit.Figures;
import dev.mooring.testkit.region.RegionRaceSuite;
import dev.mooring.testkit.region.RegionsFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("real")
@DisplayName("Four processes on two namespaces of a real cluster, as two regions:")
class KubernetesRegionRaceTest extends RegionRaceSuite {
  private static final KubernetesFixture FIRST = new KubernetesFixture();
  private static final KubernetesFixture SECOND = new KubernetesFixture();
  @AutoClose private static final RegionsFixture FIXTURE = RegionsFixture.of(FIRST, SECOND);

  @TempDir static Path folder;

  @Override
  protected RegionsFixture fixture() {
    return FIXTURE;
  }

  @Override
  protected Path configuration(String region) {
    String text =
        "home: us-central\nregion: "
            + region
            + "\nregions:\n"
            + lines("us-central", FIRST)
            + lines("eu-west", SECOND);
    try {
      return Files.writeString(folder.resolve(region + ".yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lines(String region, KubernetesFixture fixture) {
    return """
          %s:
            kubernetes: {kubeconfig: "%s", namespace: %s}
            profiles:
              - {name: block, kind: drive, lane: fast-rwo, storageClass: %s, default: true}
        """
        .formatted(
            region,
            fixture.namespace.kubeconfig(),
            fixture.namespace.name(),
            fixture.profile().storageClass());
  }

  @Override
  protected int rounds() {
    return Figures.of(5, 50);
  }
}
