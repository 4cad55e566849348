package dev.mooring.kubernetes.internal.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.admin.StorageClassSpec;
import dev.mooring.kubernetes.csi.Expansion;
import dev.mooring.kubernetes.csi.ExternalCsi;
import dev.mooring.kubernetes.csi.ExternalCsiBuilder;
import dev.mooring.kubernetes.csi.SecretUse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A driver that only the configuration knows is checked like the SDK's own. */
class DescribedRulesTest {
  private static final StorageClassSpec GOOD =
      StorageClassSpec.of("faster", "csi.weka.io")
          .parameter("filesystemName", "default")
          .secret(Rendering.secret("username", "password"));

  private static ExternalCsiBuilder weka() {
    return ExternalCsi.builder("csi.weka.io")
        .name("WEKA")
        .expansion(Expansion.ONLINE)
        .snapshots(true)
        .requiredParameters(List.of("filesystemName"))
        .secretUses(List.of(SecretUse.PROVISIONER, SecretUse.NODE_PUBLISH))
        .secretKeys(List.of("username", "password"));
  }

  private final Rendering rendering = new Rendering(weka().build());

  @Test
  void its_class_is_rendered_with_its_secrets_and_its_snapshot_class() {
    assertThat(rendering.violations(GOOD)).isEmpty();
    assertThat(rendering.manifest(GOOD).yaml())
        .contains("csi.storage.k8s.io/node-publish-secret-name: \"credentials\"")
        .contains("csi.storage.k8s.io/provisioner-secret-namespace: \"storage\"")
        .contains("kind: \"VolumeSnapshotClass\"")
        .doesNotContain("node-stage", "MARKED");
  }

  @Test
  void what_it_needs_and_lacks_is_named() {
    assertThat(rendering.fields(GOOD.parameter("filesystemName", null)))
        .containsExactly("parameters.filesystemName");
    assertThat(rendering.violations(GOOD.secret(Rendering.secret("username"))))
        .singleElement()
        .satisfies(v -> assertThat(v.message()).contains("password"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"provisioner", "node-publish"})
  void a_step_without_its_secret_is_named(String use) {
    assertThat(rendering.fields(Rendering.without(GOOD, use)))
        .containsExactly("parameters.csi.storage.k8s.io/" + use + "-secret-name");
  }

  @Test
  void what_never_grows_must_not_say_that_it_does() {
    Rendering never = new Rendering(weka().expansion(Expansion.NONE).build());

    assertThat(never.fields(GOOD)).containsExactly("allowVolumeExpansion");
    assertThat(never.violations(GOOD.expands(false))).isEmpty();
  }

  @Test
  void who_describes_a_driver_of_the_sdk_knows_it_better() {
    Rendering other =
        new Rendering(
            ExternalCsi.builder("nfs.csi.k8s.io")
                .requiredParameters(List.of("zone"))
                .expansion(Expansion.ONLINE)
                .build());

    assertThat(other.fields(StorageClassSpec.of("shared", "nfs.csi.k8s.io")))
        .containsExactly("parameters.zone");
  }
}
