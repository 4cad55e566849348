package dev.mooring.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A cluster that cannot be reached:")
class UnreachableTest {
  private static final String TOKEN = "marked-secret-token";

  @TempDir private Path folder;
  private String file = "";

  @BeforeEach
  void configure() throws IOException {
    Path kubeconfig = folder.resolve("kubeconfig");
    // Nothing listens on port 1.
    Files.writeString(
        kubeconfig,
        """
        apiVersion: v1
        kind: Config
        clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
        users: [{name: u, user: {token: %s}}]
        contexts: [{name: x, context: {cluster: c, user: u}}]
        current-context: x
        """
            .formatted(TOKEN));
    Path configuration = folder.resolve("mooring.yaml");
    Files.writeString(
        configuration,
        "regions: {us: {kubernetes: {kubeconfig: %s, namespace: mooring}}}".formatted(kubeconfig));
    file = configuration.toString();
  }

  @Test
  @DisplayName("is told by config check in a line, which ends with 10")
  void isToldByCheck() {
    Run run = Run.of("--config", file, "config", "check");

    assertThat(run.code()).isEqualTo(10);
    assertThat(run.out()).startsWith("FAILED   us: ");
  }

  @Test
  @DisplayName("is told by every command, as retryable, and no secret with it")
  void isToldByEveryCommand() {
    Run run = Run.of("--config", file, "drive", "show", "work", "--json");

    assertThat(run.code()).isEqualTo(10);
    assertThat(run.error().path("code").asText()).isEqualTo("UNAVAILABLE");
    assertThat(run.error().path("retryable").asBoolean()).isTrue();
    assertThat(run.out() + run.err()).doesNotContain(TOKEN);
  }
}
