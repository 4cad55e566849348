package dev.mooring.cli.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The transcripts of a page are run in their order, in one home; ids and times may differ. */
@DisplayName("The pages of the command line:")
class TranscriptTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "docs/{0}")
  @CsvSource({"cli.md, 10", "operations.md, 3"})
  @DisplayName("what its transcripts show is what happens")
  void transcriptsAreTrue(String page, int atLeast) throws IOException {
    assertThat(new Transcripts(folder, "").run(page)).isGreaterThan(atLeast);
  }
}
