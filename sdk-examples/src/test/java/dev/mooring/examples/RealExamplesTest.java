package dev.mooring.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.junit.Sentences;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same programs run on a cluster when the configuration says so, and leave nothing. */
@Tag("real")
@DisplayNameGeneration(Sentences.class)
class RealExamplesTest {
  private static final String NAMESPACE =
      "mooring-examples-" + UUID.randomUUID().toString().substring(0, 8);
  private static final String IMAGE = "mooring.local/tools:1";

  @TempDir Path home;

  @BeforeAll
  static void makeNamespace() {
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

  @AfterEach
  void nothingIsLeft() {
    try (KubernetesClient admin = new KubernetesClientBuilder().build()) {
      Eventually.holds(
          "no claim and no pod is left",
          () ->
              admin.persistentVolumeClaims().inNamespace(NAMESPACE).list().getItems().isEmpty()
                  && admin.pods().inNamespace(NAMESPACE).list().getItems().isEmpty());
    }
  }

  private Program program() throws IOException {
    Path configuration = home.resolve("mooring.yaml");
    Files.writeString(
        configuration,
        String.join(
            "\n",
            "account: examples",
            "regions:",
            "  us-central:",
            "    kubernetes:",
            "      namespace: " + NAMESPACE,
            "      instance:",
            "        {image: \"" + IMAGE + "\", command: [sleep, infinity], pullPolicy: Never}",
            "    profiles:",
            "      - {name: block, kind: drive, lane: fast-rwo, storageClass: ceph-rbd,",
            "         accessMode: ReadWriteOncePod, default: true}",
            ""));
    return new Program(
        home, Map.of("MOORING_CONFIG", configuration.toString(), "PLATFORM_IMAGE", IMAGE));
  }

  @Test
  void theQuickstartRuns() throws Exception {
    assertThat(program().main(Quickstart.class).succeeded())
        .contains("10.00 USD a month")
        .contains("results");
  }

  @Test
  void theMainJobRuns() throws Exception {
    assertThat(program().main(MainJob.class).succeeded())
        .contains("read       the same bytes")
        .contains("deleted    vol-");
  }

  @Test
  void aPlatformGivesItsUsersDrives() throws Exception {
    assertThat(program().main(EmbedInYourPlatform.class).succeeded())
        .contains("one at a time: ")
        .contains("ana works on [desktop]")
        .contains("thesis");
  }
}
