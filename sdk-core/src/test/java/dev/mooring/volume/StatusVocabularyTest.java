package dev.mooring.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StatusVocabularyTest {
  @Test
  void words_are_read_as_the_least_that_they_prove() {
    assertThat(StatusVocabulary.KUBERNETES.read("bound")).contains(VolumeStatus.AVAILABLE);
    assertThat(StatusVocabulary.KUBERNETES.read("Lost")).contains(VolumeStatus.FAILED);
    assertThat(StatusVocabulary.KUBERNETES.read("Available")).isEmpty();
    assertThat(StatusVocabulary.OPENSTACK.read("in-use")).contains(VolumeStatus.ATTACHED);
    assertThat(StatusVocabulary.LIFECYCLE.read("READY")).contains(VolumeStatus.AVAILABLE);
    assertThat(StatusVocabulary.LIFECYCLE.read("DESTROYED")).contains(VolumeStatus.DELETED);
    assertThat(VolumeStatus.FAILED.as(StatusVocabulary.AWS)).isEqualTo("error");
  }

  @Test
  void each_word_can_be_read_again() {
    for (StatusVocabulary vocabulary : StatusVocabulary.all()) {
      for (VolumeStatus status : VolumeStatus.values()) {
        assertThat(vocabulary.read(status.as(vocabulary)))
            .as(vocabulary + " " + status)
            .isPresent();
      }
    }
  }

  @Test
  void a_vocabulary_has_a_word_for_each_status() {
    assertThatThrownBy(() -> StatusVocabulary.of("half", Map.of(VolumeStatus.PENDING, "waiting")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PROVISIONING");
  }

  @Test
  void the_documentation_has_the_table() throws IOException {
    String page =
        Files.readString(Path.of(System.getProperty("mooring.root"), "docs/operations.md"));
    for (VolumeStatus status : VolumeStatus.values()) {
      String row =
          StatusVocabulary.all().stream().map(status::as).collect(Collectors.joining(" | "));
      assertThat(page).contains(" | " + row + " |");
    }
  }
}
