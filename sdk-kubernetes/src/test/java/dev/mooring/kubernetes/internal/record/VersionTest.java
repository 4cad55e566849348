package dev.mooring.kubernetes.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionTest {
  @Test
  void says_incarnation_state_and_users_labels_and_reads_them_again() {
    Version version =
        Version.of(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withUid("6dfb29ea-7611-49f9-843d-7fc9400277e2")
                .withResourceVersion("1301")
                .addToLabels("labels.mooring.dev/team", "nlp")
                .addToLabels("labels.mooring.dev/a.b", "")
                .addToLabels("mooring.dev/name", "x")
                .endMetadata()
                .build());

    assertThat(version.userLabels()).containsExactly("a.b", "team");
    assertThat(Version.parse(version.toString())).contains(version);
  }

  @Test
  void without_users_labels_is_read_again_too() {
    Version version = new Version("u", "1", List.of());

    assertThat(Version.parse(version.toString())).contains(version);
  }

  @Test
  void of_a_record_that_was_never_stored_is_none() {
    assertThat(Version.parse("")).isEmpty();
    assertThat(Version.parse("1301")).isEmpty();
    assertThat(Version.parse(":1:")).isEmpty();
  }
}
