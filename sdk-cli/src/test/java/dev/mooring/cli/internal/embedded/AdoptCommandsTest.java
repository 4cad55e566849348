package dev.mooring.cli.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.cli.internal.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("mooring drive|fs adopt and release:")
class AdoptCommandsTest {
  @TempDir private Path folder;
  private Embedded mooring;

  @BeforeEach
  void configure() {
    mooring = Embedded.below(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drive adopt x --claim data-mysql-0",
        "drive adopt x --persistent-volume pv-0",
        "drive adopt x --rbd-image i --cluster-id c --pool p --secret a/b --size 1GB",
        "fs adopt x --nfs files.example:/exports/models --size 1GB",
        "fs adopt x --cephfs-path /a --cluster-id c --fs-name f --secret a/b --size 1GB",
        "fs adopt x --juicefs-path / --secret a/b --size 1GB"
      })
  @DisplayName("where nothing can be adopted it is refused by name, and nothing is made")
  void isRefusedByName(String line) {
    Run run = mooring.run(line + " --json");
    assertThat(run.code()).as(run.toString()).isEqualTo(8);
    assertThat(run.error().toString()).contains("ADOPTING");
    assertThat(mooring.json("drive list")).isEmpty();
    assertThat(mooring.json("fs list")).isEmpty();
  }

  @Test
  @DisplayName("a volume stays where it cannot be released")
  void staysUnreleased() {
    assertThat(mooring.json("drive create work --size 1GB").path("adopted").asBoolean()).isFalse();
    Run run = mooring.run("drive release work --json");
    assertThat(run.code()).isEqualTo(8);
    assertThat(run.error().toString()).contains("ADOPTING");
    assertThat(mooring.json("drive show work").path("status").asText()).isEqualTo("AVAILABLE");
    assertThat(mooring.run("drive release other").code()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drive adopt x",
        "drive adopt x --claim a --nfs b:/c",
        "drive adopt x --claim a --persistent-volume b",
        "fs adopt x --nfs nowhere --size 1GB",
        "fs adopt x --cephfs-path /a --secret nothing --size 1GB",
        "fs adopt x --claim a --size 10"
      })
  @DisplayName("what cannot be read is refused before anything is asked")
  void isRead(String line) {
    assertThat(mooring.run(line).code()).isEqualTo(2);
  }
}
