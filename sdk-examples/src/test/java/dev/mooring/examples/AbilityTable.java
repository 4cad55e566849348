package dev.mooring.examples;

import dev.mooring.StorageClient;
import dev.mooring.embedded.Embedded;
import dev.mooring.kubernetes.Kubernetes;
import dev.mooring.region.Region;
import dev.mooring.spi.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Backends × abilities, as the backends themselves tell them. */
final class AbilityTable {
  private AbilityTable() {}

  /**
   * The table.
   *
   * @param kubeconfig where to put the configuration of a cluster, which is not asked
   */
  static String markdown(Path kubeconfig) throws IOException {
    Files.writeString(
        kubeconfig,
        """
        apiVersion: v1
        kind: Config
        current-context: none
        contexts: [{name: none, context: {cluster: none, user: none}}]
        clusters: [{name: none, cluster: {server: 'https://127.0.0.1:1'}}]
        users: [{name: none, user: {}}]
        """);
    Map<String, Set<String>> backends = new LinkedHashMap<>();
    try (StorageClient storage =
        StorageClient.builder()
            .home("embedded")
            .region("embedded", Embedded.inMemory())
            .region("kubernetes", Kubernetes.fromKubeconfig(kubeconfig))
            .build()) {
      for (Region region : storage.regions().list()) {
        backends.put(region.backend(), region.capabilities());
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add("| ability | " + String.join(" | ", backends.keySet()) + " |");
    lines.add("|---|" + "---|".repeat(backends.size()));
    for (Capability capability : Capability.values()) {
      StringBuilder line = new StringBuilder("| ").append(words(capability)).append(" |");
      backends
          .values()
          .forEach(able -> line.append(able.contains(capability.name()) ? " yes |" : " – |"));
      lines.add(line.toString());
    }
    return String.join("\n", lines);
  }

  private static String words(Capability capability) {
    return capability.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
