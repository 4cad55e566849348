package dev.mooring.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(Sentences.class)
class SentencesTest {
  private final Sentences sentences = new Sentences();

  @Test
  void namesOfMethodsAreSentences() throws NoSuchMethodException {
    assertThat(
            sentences.generateDisplayNameForMethod(
                List.of(), getClass(), getClass().getDeclaredMethod("namesOfMethodsAreSentences")))
        .isEqualTo("names of methods are sentences");
  }

  @Test
  void namesOfNestedClassesAreWords() {
    assertThat(sentences.generateDisplayNameForNestedClass(List.of(), AutoDetaching.class))
        .isEqualTo("auto detaching");
  }

  private static final class AutoDetaching {}
}
