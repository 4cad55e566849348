package dev.mooring.cli.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.cli.internal.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("mooring watch:")
class WatchCommandTest {
  private final Embedded mooring;

  WatchCommandTest(@TempDir Path root) {
    mooring = Embedded.below(root);
  }

  @Test
  @DisplayName("goes on from the token of a line, and tells what was missed")
  void goesOn() throws IOException {
    assertThat(mooring.text("drive create a --size 1GB")).contains("AVAILABLE");
    Run first = mooring.run("watch --from beginning --count 1 --json");
    assertThat(first.code()).isZero();
    assertThat(first.out().lines()).hasSize(1);
    JsonNode line = new ObjectMapper().readTree(first.out());
    assertThat(line.path("type").asText()).isEqualTo("CREATED");
    assertThat(line.at("/volume/name").asText()).isEqualTo("a");
    assertThat(line.path("ref").asText()).isEqualTo("drive/a");

    assertThat(mooring.text("drive delete a")).contains("drive/a");
    assertThat(mooring.text("fs create b --size 2GB")).contains("AVAILABLE");
    String then = mooring.text("watch --count 2 --from " + line.path("token").asText());
    assertThat(then.lines())
        .satisfiesExactly(
            gone -> assertThat(gone).matches("\\S+Z deleted drive/a"),
            there -> assertThat(there).matches("\\S+Z created fs/b AVAILABLE, 2GB in local"));
  }

  @Test
  @DisplayName("refuses what is no token")
  void refuses() {
    Run refused = mooring.run("watch --from nonsense");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("token");
  }

  @Test
  @DisplayName("ends after its time")
  void ends() {
    Run calm = mooring.run("watch --for 1ms");
    assertThat(calm.code()).isZero();
    assertThat(calm.out()).isEmpty();
  }
}
