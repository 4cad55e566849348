package dev.mooring.kubernetes;

import dev.mooring.testkit.crash.Tap;
import dev.mooring.testkit.region.RegionCrashSuite;
import dev.mooring.testkit.region.RegionsFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("real")
@DisplayName("Processes killed while they change two namespaces of a real cluster, as two regions:")
class KubernetesRegionCrashRealTest extends RegionCrashSuite {
  @TempDir static Path folder;

  private static ProxiedNamespace first;
  private static KubernetesFixture second;

  @BeforeAll
  static void open() {
    first = new ProxiedNamespace(folder);
    second = new KubernetesFixture();
  }

  @AfterAll
  static void close() {
    first.close();
    second.close();
  }

  @Override
  protected RegionsFixture fixture() {
    return RegionsFixture.of(first, second);
  }

  @Override
  protected Tap tap() {
    return first.tap();
  }

  @Override
  protected Path configuration() {
    String text =
        "home: us-central\nregion: eu-west\nregions:\n"
            + lines("us-central", first.namespace())
            + lines("eu-west", second.namespace);
    try {
      return Files.writeString(folder.resolve("regions.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lines(String region, TestNamespace namespace) {
    return """
          %s:
            kubernetes: {kubeconfig: "%s", namespace: %s}
            profiles:
              - {name: block, kind: drive, lane: fast-rwo, storageClass: ceph-rbd, default: true}
        """
        .formatted(region, first.through(namespace), namespace.name());
  }
}
