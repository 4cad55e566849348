package dev.mooring.cli.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.cli.internal.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("mooring instance:")
class InstanceCommandsTest {
  @TempDir private Path folder;
  private Embedded mooring;

  @BeforeEach
  void createDrive() {
    mooring = Embedded.below(folder);
    mooring.json("drive create work --size 1GB");
  }

  @Test
  @DisplayName("launch attaches, starts and waits; stop frees the drive")
  void launchAndStop() {
    JsonNode instance = mooring.json("instance launch trainer-0 --mount work:/work");

    assertThat(instance.path("name").asText()).isEqualTo("trainer-0");
    assertThat(instance.path("state").asText()).isEqualTo("RUNNING");
    assertThat(instance.path("mounts").get(0).path("volume").asText()).isEqualTo("drive/work");
    assertThat(mooring.json("instance list").findValuesAsText("state")).containsExactly("RUNNING");
    assertThat(mooring.text("instance list")).contains("trainer-0", "RUNNING", "local");

    assertThat(mooring.json("instance stop trainer-0").path("state").asText()).isEqualTo("STOPPED");
    assertThat(mooring.json("instance list")).isEmpty();
    assertThat(mooring.json("drive show work").path("status").asText()).isEqualTo("AVAILABLE");
  }

  @Test
  @DisplayName("path prints where a mount is, and what is written there is seen by exec")
  void pathIsReal() throws IOException {
    mooring.json("instance launch trainer-0 --mount work:/work");
    JsonNode json = mooring.json("instance path trainer-0 /work");
    Path path = Path.of(json.path("path").asText());
    Files.writeString(path.resolve("note.txt"), "bytes");

    assertThat(mooring.text("instance path trainer-0 /work")).isEqualTo(path + "\n");
    assertThat(mooring.text("instance exec trainer-0 -- cat /work/note.txt")).isEqualTo("bytes");
    assertThat(mooring.run("instance path trainer-0 /other").code()).isEqualTo(3);
  }

  @Test
  @DisplayName("exec passes the command's output and exit code through")
  void execPassesThrough() {
    mooring.json("instance launch trainer-0 --mount work:/work");
    Run run = mooring.run(exec("sh", "-c", "echo out; echo err >&2; exit 42"));

    assertThat(run.code()).isEqualTo(42);
    assertThat(run.out()).isEqualTo("out\n");
    assertThat(run.err()).isEqualTo("err\n");
  }

  @Test
  @DisplayName("with --json exec prints a document; after -- all is the command's")
  void execInJson() {
    mooring.json("instance launch trainer-0 --mount work:/work");
    Run run =
        mooring.run(
            List.of("instance", "exec", "trainer-0", "--json", "--", "echo", "--json", "--help"));

    assertThat(run.code()).isZero();
    assertThat(run.json().toString())
        .isEqualTo("{\"exitCode\":0,\"stdout\":\"--json --help\\n\",\"stderr\":\"\"}");
  }

  private static List<String> exec(String... argv) {
    return Stream.concat(Stream.of("instance", "exec", "trainer-0", "--"), Stream.of(argv))
        .toList();
  }

  @Test
  @DisplayName("an instance that does not exist is not found")
  void notFound() {
    assertThat(mooring.run("instance stop nosuch").code()).isEqualTo(3);
    assertThat(mooring.run("instance path nosuch /work").code()).isEqualTo(3);
    assertThat(mooring.run("instance exec nosuch -- true").code()).isEqualTo(3);
  }

  @Test
  @DisplayName("a drive of another instance is refused with its holder, and nothing starts")
  void heldDrive() {
    mooring.json("instance launch trainer-0 --mount work:/work");
    Run run = mooring.run("instance launch trainer-1 --mount work:/work --json");

    assertThat(run.code()).isEqualTo(5);
    assertThat(run.error().path("details").path("holders").get(0).path("name").asText())
        .isEqualTo("trainer-0");
    assertThat(mooring.json("instance list")).hasSize(1);
  }

  @Test
  @DisplayName("a dry run prints the plan and starts nothing")
  void dryRun() {
    JsonNode plan = mooring.json("instance launch trainer-0 --mount work:/work --dry-run");

    assertThat(plan.path("changes")).isNotEmpty();
    assertThat(mooring.json("instance list")).isEmpty();
  }
}
