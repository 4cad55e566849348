package dev.mooring.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.access.Owner;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.kubernetes.csi.Expansion;
import dev.mooring.kubernetes.csi.ExternalCsi;
import dev.mooring.kubernetes.csi.SecretUse;
import dev.mooring.kubernetes.csi.VolumeMode;
import dev.mooring.kubernetes.internal.KubernetesProvider;
import dev.mooring.spi.Backend;
import dev.mooring.spi.BackendContext;
import dev.mooring.spi.BackendProvider;
import dev.mooring.spi.Settings;
import dev.mooring.spi.StorageBackend;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubernetesTest {
  @TempDir private Path folder;

  private static BackendContext context(String account, String owner) {
    return new BackendContext(
        "us-central",
        account,
        Owner.user(owner),
        List.of(),
        null,
        Duration.ofSeconds(1),
        Clock.systemUTC());
  }

  private Path kubeconfig() throws IOException {
    return Files.writeString(
        folder.resolve("config"),
        """
        apiVersion: v1
        kind: Config
        current-context: here
        contexts: [{name: here, context: {cluster: c, user: u}}]
        clusters: [{name: c, cluster: {server: "http://127.0.0.1:9"}}]
        users: [{name: u, user: {token: MARKED}}]
        """);
  }

  @Test
  void owners_share_the_backend_unless_they_have_namespaces_of_their_own() throws IOException {
    Kubernetes cluster = Kubernetes.fromKubeconfig(kubeconfig());
    try (StorageBackend shared = cluster.namespace("volumes").connect(context("acme", "ana"));
        StorageBackend apart = cluster.namespace("of-{owner}").connect(context("acme", "ana"))) {
      assertThat(shared.as(Owner.user("bob"))).isSameAs(shared);
      assertThat(apart.as(Owner.user("ana"))).isSameAs(apart);
      assertThat(apart.as(Owner.user("bob"))).isNotSameAs(apart);
    }
  }

  @Test
  void says_in_a_file_what_it_says_in_Java() {
    Settings settings =
        Settings.of(
            Map.of(
                "kubeconfig", "/etc/mooring/kubeconfig",
                "context", "prod",
                "namespace", "team-{account}-{owner}",
                "createNamespace", "true",
                "launchGrace", "5m",
                "instance",
                    Map.of(
                        "image", "tools:1",
                        "command", List.of("sleep", "infinity"),
                        "pullPolicy", "Never")));
    Backend configured = new KubernetesProvider().configure(settings);

    assertThat(settings.finish()).isEmpty();
    assertThat(configured)
        .isEqualTo(
            Kubernetes.fromKubeconfig(Path.of("/etc/mooring/kubeconfig"))
                .context("prod")
                .namespace("team-{account}-{owner}")
                .createNamespace(true)
                .launchGrace(Duration.ofMinutes(5))
                .instance("tools:1", List.of("sleep", "infinity"), "Never"))
        .isNotEqualTo(Kubernetes.standard());
  }

  @Test
  void describes_a_driver_in_a_file_as_in_Java() {
    Settings settings =
        Settings.of(
            Map.of(
                "drivers",
                List.of(
                    Map.ofEntries(
                        Map.entry("provisioner", "csi.weka.io"),
                        Map.entry("name", "WEKA"),
                        Map.entry("accessModes", List.of("ReadWriteMany", "ReadWriteOnce")),
                        Map.entry("volumeModes", List.of("Filesystem", "Block")),
                        Map.entry("enforcement", "hard"),
                        Map.entry("expansion", "needs-restart"),
                        Map.entry("snapshots", "true"),
                        Map.entry("clones", "true"),
                        Map.entry("topology", "true"),
                        Map.entry("requiredParameters", List.of("filesystemName")),
                        Map.entry("optionalParameters", List.of("volumeType")),
                        Map.entry("secretUses", List.of("provisioner", "node-publish")),
                        Map.entry("secretKeys", List.of("username")),
                        Map.entry("posixGaps", List.of("none")),
                        Map.entry("onDelete", "it goes")))));
    Backend configured = new KubernetesProvider().configure(settings);

    assertThat(settings.finish()).isEmpty();
    assertThat(configured)
        .isEqualTo(
            Kubernetes.standard()
                .driver(
                    ExternalCsi.builder("csi.weka.io")
                        .name("WEKA")
                        .accessModes(
                            List.of(AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_MANY))
                        .volumeModes(List.of(VolumeMode.values()))
                        .enforcement(SizeEnforcement.HARD)
                        .expansion(Expansion.NEEDS_RESTART)
                        .snapshots(true)
                        .clones(true)
                        .topology(true)
                        .requiredParameters(List.of("filesystemName"))
                        .optionalParameters(List.of("volumeType"))
                        .secretUses(List.of(SecretUse.PROVISIONER, SecretUse.NODE_PUBLISH))
                        .secretKeys(List.of("username"))
                        .posixGaps(List.of("none"))
                        .onDelete("it goes")
                        .build()))
        .isNotEqualTo(Kubernetes.standard());
    assertThat(configured.describe()).containsEntry("drivers", "WEKA");
  }

  @Test
  void every_mistake_of_a_described_driver_is_named_with_its_key() {
    Map<String, Object> twice = Map.of("provisioner", "csi.example.com");
    Settings settings =
        Settings.of(
            Map.of(
                "drivers",
                List.of(
                    twice,
                    twice,
                    Map.of("name", "nobody"),
                    Map.of(
                        "provisioner",
                        "a/b",
                        "accessModes",
                        List.of("ReadWriteMany", "ReadWriteOften"),
                        "expansion",
                        "offlin",
                        "secretUses",
                        List.of("node-satge"),
                        "snapshot",
                        true))));
    Backend unused = new KubernetesProvider().configure(settings);

    assertThat(unused).isNotNull();
    assertThat(settings.finish())
        .extracting(v -> v.field())
        .containsExactlyInAnyOrder(
            "drivers[1].provisioner",
            "drivers[2].provisioner",
            "drivers[3].provisioner",
            "drivers[3].accessModes",
            "drivers[3].expansion",
            "drivers[3].secretUses",
            "drivers[3].snapshot");
  }

  @Test
  void an_empty_section_is_the_standard() {
    assertThat(new KubernetesProvider().configure(Settings.of(Map.of())))
        .isEqualTo(Kubernetes.standard())
        .hasSameHashCodeAs(Kubernetes.standard());
  }

  @Test
  void every_mistake_of_a_section_is_named_with_its_key() {
    Settings settings =
        Settings.of(
            Map.of(
                "namespace", "Not A Namespace",
                "launchGrace", "0s",
                "nmespace", "x",
                "instance", Map.of("pullPolicy", "Sometimes", "image", " ")));
    Backend unused = new KubernetesProvider().configure(settings);

    assertThat(unused).isNotNull();
    assertThat(settings.finish())
        .extracting(v -> v.field())
        .containsExactlyInAnyOrder(
            "namespace", "launchGrace", "nmespace", "instance.pullPolicy", "instance.image");
  }

  @Test
  void is_found_by_its_id() {
    assertThat(ServiceLoader.load(BackendProvider.class))
        .extracting(BackendProvider::id)
        .contains("kubernetes");
  }

  @Test
  void shows_no_secret() throws IOException {
    assertThat(Kubernetes.fromKubeconfig(kubeconfig()).toString()).doesNotContain("MARKED");
  }

  @Test
  void connects_without_asking_the_server() throws IOException {
    try (var backend = Kubernetes.fromKubeconfig(kubeconfig()).connect(context("acme", "ana"))) {
      assertThat(backend.capabilities()).isNotEmpty();
      assertThat(backend.probe())
          .singleElement()
          .satisfies(line -> assertThat(line.detail()).contains("cannot be reached"));
    }
  }

  @Test
  void refuses_a_file_a_context_and_a_namespace_that_cannot_work() throws IOException {
    Path file = kubeconfig();

    assertThatThrownBy(
            () -> Kubernetes.fromKubeconfig(folder.resolve("no")).connect(context("a", "b")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("kubeconfig");
    assertThatThrownBy(
            () -> Kubernetes.fromKubeconfig(file).context("heer").connect(context("a", "b")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("heer")
        .hasMessageContaining("try here");
    assertThatThrownBy(
            () ->
                Kubernetes.fromKubeconfig(file).namespace("{owner}").connect(context("a", "ana.b")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("ana.b");
  }
}
