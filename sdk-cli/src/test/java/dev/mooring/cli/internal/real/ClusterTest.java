package dev.mooring.cli.internal.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.cli.internal.Run;
import dev.mooring.testkit.Eventually;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("real")
@DisplayName("mooring on a cluster, with nothing but another configuration:")
class ClusterTest {
  private static final String NAMESPACE =
      "mooring-cli-" + UUID.randomUUID().toString().substring(0, 8);
  private static final String CONFIGURATION =
      """
      account: acme
      regions:
        us-central:
          kubernetes:
            namespace: %s
            instance: {image: "mooring.local/tools:1", command: [sleep, infinity], pullPolicy: Never}
          profiles:
            - {name: block, kind: drive, storageClass: ceph-rbd, default: true}
            - {name: absent, kind: drive, storageClass: broken}
            - {name: first-use, kind: drive, storageClass: ceph-rbd-wffc}
      """;

  @TempDir private static Path folder;

  @BeforeAll
  static void makeNamespace() throws IOException {
    Files.writeString(folder.resolve("mooring.yaml"), CONFIGURATION.formatted(NAMESPACE));
    try (KubernetesClient admin = new KubernetesClientBuilder().build()) {
      admin
          .namespaces()
          .resource(
              new NamespaceBuilder().withNewMetadata().withName(NAMESPACE).endMetadata().build())
          .create();
      // Pods can be made once the cluster has made the default account.
      Eventually.holds(
          "the namespace is ready",
          () -> admin.serviceAccounts().inNamespace(NAMESPACE).withName("default").get() != null);
    }
  }

  @AfterAll
  static void removeNamespace() {
    try (KubernetesClient admin = new KubernetesClientBuilder().build()) {
      admin.namespaces().withName(NAMESPACE).delete();
      Eventually.holds(
          "the namespace is gone", () -> admin.namespaces().withName(NAMESPACE).get() == null);
    }
  }

  private static Run run(String line) {
    return Run.of(
        Stream.concat(
                Stream.of("--config", folder.resolve("mooring.yaml").toString()),
                Stream.of(line.split(" ", -1)))
            .toArray(String[]::new));
  }

  private static JsonNode json(String line) {
    Run run = run(line + " --json");
    assertThat(run.code()).as("%s: %s", line, run).isZero();
    return run.json();
  }

  @Test
  @DisplayName("config check finds everything in order")
  void configCheck() {
    assertThat(run("config check").out()).contains("ok       us-central: connection");
  }

  @Test
  @DisplayName("demo does the main job and leaves nothing behind")
  void demo() {
    Run demo = run("demo");

    assertThat(demo.code()).as(demo.toString()).isZero();
    assertThat(demo.out())
        .contains("region us-central on the backend kubernetes", "0.10 USD for 30 days")
        .contains("PENDING > AVAILABLE", "persistentVolumeClaim", "the bytes are intact")
        .contains("nothing is left");
    try (KubernetesClient admin = new KubernetesClientBuilder().build()) {
      assertThat(admin.pods().inNamespace(NAMESPACE).list().getItems())
          .noneMatch(pod -> pod.getMetadata().getName().contains("mooring-demo"));
    }
  }

  @Test
  @DisplayName("release gives a drive back, and adopt takes its claim again")
  void releaseAndAdopt() {
    json("drive create given --size 1GB");
    JsonNode released = json("drive release given");
    assertThat(released.path("released").asBoolean()).isTrue();
    assertThat(run("drive show given").code()).isEqualTo(3);
    String claim = released.path("claim").asText();
    JsonNode adopted = json("drive adopt taken --claim " + claim);
    assertThat(adopted.path("adopted").asBoolean()).isTrue();
    assertThat(adopted.path("sizeBytes").asLong()).isEqualTo(1_000_000_000L);
    assertThat(adopted.path("profile").asText()).isEqualTo("block");
    assertThat(run("drive describe taken").out()).contains("its data stays");
    assertThat(run("drive delete taken").out())
        .isEqualTo("drive/taken is forgotten; its data stays\n");
    try (KubernetesClient admin = new KubernetesClientBuilder().build()) {
      var left = admin.persistentVolumeClaims().inNamespace(NAMESPACE).withName(claim);
      assertThat(left.get().getMetadata().getLabels()).isNullOrEmpty();
      left.delete();
    }
  }

  @Test
  @DisplayName("attach --emit pod prints what a pod needs, in Kubernetes' own names")
  void emitPod() {
    json("drive create emitted --size 1GB");
    Run run = run("attach emit-0 --mount emitted:/data:ro --scratch 1GiB:/scratch --emit pod");

    assertThat(run.code()).as(run.toString()).isZero();
    JsonNode parts = run.json();
    assertThat(parts.path("labels").path("mooring.dev/account").asText()).isEqualTo("acme");
    assertThat(
            parts.path("volumes").get(0).path("persistentVolumeClaim").path("claimName").asText())
        .startsWith("drive-emitted-");
    assertThat(parts.path("volumeMounts").findValuesAsText("mountPath"))
        .containsExactlyInAnyOrder("/data", "/scratch");
    json("detach emit-0");
    json("drive delete emitted");
  }

  @Test
  @DisplayName("a drive that nobody provisions is told with the reason and the cluster's words")
  void timeout() {
    Run run = run("drive create absent --size 1GB --profile absent --wait 3s --json");
    json("drive delete absent");

    assertThat(run.code()).isEqualTo(9);
    JsonNode details = run.error().path("details");
    assertThat(details.path("reason").asText()).isEqualTo("PROVISIONER_ABSENT");
    assertThat(details.path("raw").asText()).contains("provisioner");
    assertThat(details.path("operationId").asText()).startsWith("us-central/drive/absent/create-");
  }

  @Test
  @DisplayName("waiting for a drive that is made on first use ends when it can be attached")
  void firstUse() {
    JsonNode drive = json("drive create first --size 1GB --profile first-use");
    json("drive delete first");

    assertThat(drive.path("status").asText()).isEqualTo("PENDING");
    assertThat(drive.path("statusReason").asText()).isEqualTo("READY_ON_FIRST_USE");
  }
}
