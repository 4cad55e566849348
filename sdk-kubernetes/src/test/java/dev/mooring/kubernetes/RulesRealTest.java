package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.drive.CreateDrive;
import dev.mooring.volume.Labels;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds the SDK's rules against the API server's own answers, which dry runs tell. */
@Tag("real")
class RulesRealTest {
  private static final String ALPHABET = "ab0-._AZ é/:\u0000";

  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  private final StorageClient storage = Cluster.client(Cluster.backend(NAMESPACE), "acme");

  @AfterEach
  void close() {
    storage.close();
  }

  private static List<String> candidates() {
    List<String> result =
        new ArrayList<>(
            List.of(
                "a", "-", "a-", "-a", "a.b", "a_b", "A", "0", "é", "a b", "a\n", "", "..", "a..b"));
    result.add("a".repeat(63));
    result.add("a".repeat(64));
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      StringBuilder word = new StringBuilder();
      int length = 1 + random.nextInt(4);
      for (int j = 0; j < length; j++) {
        word.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      result.add(word.toString());
    }
    return result;
  }

  private List<String> violated(CreateDrive request) {
    return storage.cloudDrives().plan(request).violations().stream().map(v -> v.field()).toList();
  }

  @Test
  void every_name_that_the_SDK_takes_is_a_DNS_label_to_the_API_server() {
    int taken = 0;
    for (String name : candidates()) {
      boolean ours = !violated(CreateDrive.named(name).size(gb(1))).contains("name");
      if (ours) {
        taken++;
        assertThat(takesNamespace(name)).as("name '%s'", name).isTrue();
      }
    }
    assertThat(taken).isGreaterThan(3);
  }

  private static boolean takesNamespace(String name) {
    try {
      Namespace made =
          NAMESPACE
              .admin()
              .namespaces()
              .resource(
                  new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
              .dryRun()
              .create();
      return made != null;
    } catch (KubernetesClientException e) {
      return false;
    }
  }

  @Test
  void the_SDK_takes_exactly_the_labels_that_the_API_server_takes() {
    int taken = 0;
    for (String word : candidates()) {
      taken += agree(word, "v");
      taken += agree("k", word);
    }
    assertThat(taken).isGreaterThan(10);
  }

  private int agree(String key, String value) {
    CreateDrive request = CreateDrive.named("labelled").size(gb(1)).labels(Labels.of(key, value));
    boolean ours = violated(request).stream().noneMatch(field -> field.startsWith("labels"));
    assertThat(ours).as("label '%s' = '%s'", key, value).isEqualTo(takesLabel(key, value));
    return ours ? 1 : 0;
  }

  private static boolean takesLabel(String key, String value) {
    try {
      ConfigMap made =
          NAMESPACE
              .admin()
              .configMaps()
              .inNamespace(NAMESPACE.name())
              .resource(
                  new ConfigMapBuilder()
                      .withNewMetadata()
                      .withName("labelled")
                      .addToLabels("labels.mooring.dev/" + key, value)
                      .endMetadata()
                      .build())
              .dryRun()
              .create();
      return made != null;
    } catch (KubernetesClientException e) {
      return false;
    }
  }
}
