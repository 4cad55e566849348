package dev.mooring.cli.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("docs/trash.md:")
class TrashTranscriptTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("what its transcripts show is what happens")
  void transcriptsAreTrue() throws IOException {
    String profiles = ", profiles: [{name: block, kind: drive, trash: 7d}]";
    assertThat(new Transcripts(folder, profiles).run("trash.md")).isGreaterThan(10);
  }
}
