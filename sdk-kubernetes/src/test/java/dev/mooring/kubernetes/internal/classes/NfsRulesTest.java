package dev.mooring.kubernetes.internal.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.kubernetes.csi.NfsClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NfsRulesTest {
  private static final NfsClass GOOD =
      NfsClass.named("shared").server("nfs.example.com").share("/exports");

  private final Rendering rendering = new Rendering();

  @Test
  void nothing_stands_against_a_whole_class_which_needs_no_secret() {
    assertThat(rendering.violations(GOOD.onDelete("archive").mountOption("nfsvers=4.1"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"server", "share"})
  void a_parameter_that_is_missing_is_named(String key) {
    assertThat(rendering.fields(GOOD.parameter(key, null))).containsExactly("parameters." + key);
  }

  @Test
  void what_becomes_of_deleted_data_is_one_of_three() {
    assertThat(rendering.fields(GOOD.onDelete("keep"))).containsExactly("parameters.onDelete");
  }
}
