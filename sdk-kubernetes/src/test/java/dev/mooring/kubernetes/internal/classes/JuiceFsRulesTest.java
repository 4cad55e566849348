package dev.mooring.kubernetes.internal.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.kubernetes.csi.JuiceFsClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JuiceFsRulesTest {
  private static final JuiceFsClass GOOD =
      JuiceFsClass.named("shared").secret(Rendering.secret("name", "metaurl"));

  private final Rendering rendering = new Rendering();

  @Test
  void nothing_stands_against_a_whole_class_of_either_edition() {
    assertThat(rendering.violations(GOOD.pathPattern("${.pvc.name}"))).isEmpty();
    assertThat(rendering.violations(GOOD.secret(Rendering.secret("name", "token")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"provisioner", "node-publish"})
  void a_step_without_its_secret_is_named(String use) {
    assertThat(rendering.fields(Rendering.without(GOOD, use)))
        .containsExactly("parameters.csi.storage.k8s.io/" + use + "-secret-name");
  }

  @Test
  void without_the_secret_of_growth_growth_would_hang() {
    assertThat(rendering.violations(Rendering.without(GOOD, "controller-expand")))
        .singleElement()
        .satisfies(
            v ->
                assertThat(v.field())
                    .isEqualTo("parameters.csi.storage.k8s.io/controller-expand-secret-name"))
        .satisfies(v -> assertThat(v.message()).contains("growth would hang"));
  }

  @ParameterizedTest
  @CsvSource({"name,metaurl", "metaurl,name"})
  void a_key_that_the_secret_lacks_is_named(String missing, String there) {
    assertThat(rendering.violations(GOOD.secret(Rendering.secret(there))))
        .singleElement()
        .satisfies(v -> assertThat(v.field()).isEqualTo("secret storage/credentials"))
        .satisfies(v -> assertThat(v.message()).contains("lacks the key " + missing));
  }
}
