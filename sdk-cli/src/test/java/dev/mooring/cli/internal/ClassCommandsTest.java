package dev.mooring.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs no cluster that answers. */
@DisplayName("mooring admin class:")
class ClassCommandsTest {
  private static final String KUBECONFIG =
      """
      apiVersion: v1
      kind: Config
      current-context: x
      clusters: [{name: x, cluster: {server: "http://127.0.0.1:1"}}]
      contexts: [{name: x, context: {cluster: x, user: x}}]
      users: [{name: x, user: {token: t}}]
      """;

  @TempDir private Path folder;

  @BeforeEach
  void configure() throws IOException {
    Files.writeString(folder.resolve("kubeconfig"), KUBECONFIG);
    Files.writeString(folder.resolve("key"), "MARKED\n");
    Files.writeString(
        folder.resolve("mooring.yaml"),
        "regions: {east: {kubernetes: {kubeconfig: " + folder + "/kubeconfig}}}\n");
  }

  private Run run(String line) {
    List<String> arguments = new ArrayList<>(List.of("--config", folder + "/mooring.yaml"));
    arguments.addAll(List.of(line.split(" ")));
    return Run.of(arguments.toArray(String[]::new));
  }

  private String rbd() {
    return "fast --driver rbd.csi.ceph.com --parameter clusterID=ceph --parameter pool=nvme"
        + " --secret rook-ceph/csi-rbd --secret-value userID=file:"
        + folder
        + "/key --secret-value userKey=file:"
        + folder
        + "/key";
  }

  @Test
  @DisplayName("render prints the objects for review, and no value of a Secret")
  void renders() {
    Run run = run("admin class render " + rbd() + " --mount-option discard --retain");

    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains("\"StorageClass\"", "clusterID", "discard", "Retain", "VolumeSnapshotClass")
        .doesNotContain("MARKED");
    Run plain = run("admin class render --json " + rbd() + " --no-snapshots");
    assertThat(plain.json().path("yaml").asText())
        .contains("\"StorageClass\"")
        .doesNotContain("MARKED", "VolumeSnapshotClass");
  }

  @Test
  @DisplayName("what the driver needs and what cannot be read is told; a secret is never repeated")
  void refuses() {
    Run missing = run("admin class render fast --driver rbd.csi.ceph.com --json");
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.error().path("message").asText()).contains("clusterID", "pool");

    Run unread =
        run(
            "admin class plan fast --driver d --secret x --node-secret a/b/c"
                + " --secret-value k=MARKED --json");
    assertThat(unread.code()).isEqualTo(2);
    assertThat(unread.out() + unread.err()).doesNotContain("MARKED");
    assertThat(unread.error().path("details").path("violations").findValuesAsText("field"))
        .containsExactly("secret", "nodeSecret");

    Run literal =
        run("admin class apply fast --driver d --secret a/b --secret-value k=MARKED --json");
    assertThat(literal.code()).isEqualTo(2);
    assertThat(literal.out() + literal.err()).contains("env:NAME").doesNotContain("MARKED");
    assertThat(run("admin class render fast --driver d --secret-value k=env:X").code())
        .isEqualTo(2);
    assertThat(
            run("admin class render fast --driver d --secret a/b --secret-value k=file:/no/such")
                .code())
        .isEqualTo(2);
  }

  @Test
  @DisplayName("a cluster that does not answer is unavailable")
  void unavailable() {
    assertThat(run("admin class validate fast").code()).isEqualTo(10);
  }
}
