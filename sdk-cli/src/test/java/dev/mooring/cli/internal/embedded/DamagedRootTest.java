package dev.mooring.cli.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.cli.internal.Run;
import dev.mooring.testkit.junit.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(Sentences.class)
class DamagedRootTest {
  @TempDir Path root;

  @Test
  void aLostDatabaseIsToldWithWhatToDoAndIsNotMadeAnew() throws IOException {
    Embedded embedded = Embedded.below(root);
    embedded.json("drive create a --size 1GB");
    Path database = root.resolve("local/records.db");
    byte[] good = Files.readAllBytes(database);
    Files.write(database, new byte[0]);

    for (String command :
        new String[] {"drive list", "drive show a", "drive create a --size 1GB"}) {
      Run run = embedded.run(command);
      assertThat(run.code()).as(command).isNotZero();
      assertThat(run.err())
          .contains("drive/a of account acme in local", root + "/local")
          .contains("estore records.db from a copy");
    }
    JsonNode error = embedded.run("drive list --json").error();
    assertThat(error.path("code").asText()).isEqualTo("FAILED");
    assertThat(error.path("hint").asText()).contains("from a copy");

    Files.write(database, good);
    assertThat(embedded.text("drive list")).contains("a");
  }

  @Test
  void aDatabaseThatWasCutOffIsToldWithWhatToDo() throws IOException {
    Embedded embedded = Embedded.below(root);
    embedded.json("drive create a --size 1GB");
    Path database = root.resolve("local/records.db");
    byte[] good = Files.readAllBytes(database);
    Files.write(database, Arrays.copyOf(good, 5000));

    Run run = embedded.run("drive list");
    assertThat(run.code()).isNotZero();
    assertThat(run.err()).contains("records.db is damaged", "estore it from a copy");
    assertThat(run.out()).isEmpty();
  }
}
