package dev.mooring.cli.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.cli.internal.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("mooring demo:")
class DemoTest {
  @TempDir private Path folder;
  private Embedded mooring;

  @BeforeEach
  void configure() {
    mooring = Embedded.below(folder);
  }

  @Test
  @DisplayName("tells each step with prices and real paths, and leaves nothing behind")
  void tellsEachStep() {
    String story = mooring.text("demo");

    assertThat(story)
        .contains("Begin", "Price", "Create", "Plan", "Attach", "Write", "Detach", "Read", "Delete")
        .contains("10.00 USD", folder.toString(), "SHA-256", "the bytes are intact")
        .contains("nothing is left");
    assertNothingIsLeft();
  }

  @Test
  @DisplayName("may be repeated")
  void mayBeRepeated() {
    assertThat(mooring.run("demo").code()).isZero();
    assertThat(mooring.run("demo").code()).isZero();
    assertNothingIsLeft();
  }

  @Test
  @DisplayName("in JSON is one document")
  void oneDocument() {
    JsonNode demo = mooring.json("demo --size 2GB");

    assertThat(demo.path("intact").asBoolean()).isTrue();
    assertThat(demo.path("cost").path("total").asText()).isEqualTo("0.20");
    assertThat(demo.path("steps")).hasSizeGreaterThan(8);
  }

  @Test
  @DisplayName("with --keep leaves the drive to be looked at; the next one cleans up")
  void keeps() {
    String kept = mooring.text("demo --keep");
    String bytes = mooring.text("instance exec mooring-demo-b -- cat /workspace/note.txt");
    String next = mooring.text("demo");

    assertThat(kept).contains("mooring drive describe mooring-demo");
    assertThat(bytes).startsWith("Written on mooring-demo-a");
    assertThat(next).contains("removed what an earlier demo left", "instance/mooring-demo-b");
    assertNothingIsLeft();
  }

  @Test
  @DisplayName("never touches a drive of its name that somebody else made")
  void sparesOthers() {
    mooring.json("drive create mooring-demo --size 1GB");
    Run run = mooring.run("demo --json");

    assertThat(run.code()).isEqualTo(4);
    assertThat(mooring.run("drive show mooring-demo").code()).isZero();
  }

  @Test
  @DisplayName("works in the region asked for, and its trash is empty afterwards")
  void otherRegion() {
    assertThat(mooring.text("demo --region binned")).contains("region binned");
    assertNothingIsLeft();
  }

  private void assertNothingIsLeft() {
    assertThat(mooring.json("drive list")).isEmpty();
    assertThat(mooring.json("drive list --status DELETED")).isEmpty();
    assertThat(mooring.json("attachments")).isEmpty();
    assertThat(mooring.json("instance list")).isEmpty();
  }
}
