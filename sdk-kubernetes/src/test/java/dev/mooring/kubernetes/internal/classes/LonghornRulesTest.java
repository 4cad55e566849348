package dev.mooring.kubernetes.internal.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.kubernetes.csi.LonghornClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LonghornRulesTest {
  private static final LonghornClass ENCRYPTED =
      LonghornClass.named("safe").encrypted(true).secret(Rendering.secret("CRYPTO_KEY_VALUE"));

  private final Rendering rendering = new Rendering();

  @Test
  void a_class_needs_nothing() {
    assertThat(rendering.violations(LonghornClass.named("plain"))).isEmpty();
    assertThat(
            rendering.violations(
                LonghornClass.named("near").replicas(2).dataLocality("best-effort").fsType("xfs")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"numberOfReplicas,0", "numberOfReplicas,two", "dataLocality,near", "dataEngine,v3"})
  void a_value_that_there_is_not_is_named(String key, String value) {
    assertThat(rendering.fields(LonghornClass.named("x").parameter(key, value)))
        .containsExactly("parameters." + key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"node-stage", "node-publish", "node-expand"})
  void encryption_needs_the_secret_on_the_nodes(String use) {
    assertThat(rendering.violations(ENCRYPTED)).isEmpty();
    assertThat(rendering.fields(Rendering.without(ENCRYPTED, use)))
        .containsExactly("parameters.csi.storage.k8s.io/" + use + "-secret-name");
  }

  @Test
  void encryption_needs_its_key() {
    assertThat(rendering.violations(ENCRYPTED.secret(Rendering.secret("other"))))
        .singleElement()
        .satisfies(v -> assertThat(v.message()).contains("CRYPTO_KEY_VALUE"));
  }
}
