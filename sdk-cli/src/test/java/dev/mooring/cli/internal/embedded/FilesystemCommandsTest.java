package dev.mooring.cli.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.cli.internal.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("mooring fs:")
class FilesystemCommandsTest {
  @TempDir private Path folder;
  private Embedded mooring;

  @BeforeEach
  void configure() {
    mooring = Embedded.below(folder);
  }

  @Test
  @DisplayName("a filesystem is created, listed and described like a drive")
  void createsListsAndDescribes() {
    JsonNode created = mooring.json("fs create datasets --size 100GB --mount-path /shared");

    assertThat(created.path("kind").asText()).isEqualTo("fs");
    assertThat(created.path("defaultMountPath").asText()).isEqualTo("/shared");
    assertThat(mooring.json("fs list").findValuesAsText("name")).containsExactly("datasets");
    assertThat(mooring.json("drive list")).isEmpty();
    assertThat(mooring.json("fs show fs/datasets").path("id")).isEqualTo(created.path("id"));
    assertThat(mooring.text("fs describe datasets")).contains("fs/datasets", "Operations");
    assertThat(mooring.run("drive show datasets").code()).isEqualTo(3);
    assertThat(mooring.run("fs show drive/datasets").code()).isEqualTo(2);
  }

  @Test
  @DisplayName("many instances share it, and it stays until the last has let go of it")
  void isShared() {
    mooring.json("fs create datasets --size 1GB --mount-path /shared");
    mooring.json("attach one --mount datasets");
    mooring.json("attach two --mount fs/datasets:/data:ro");

    JsonNode shown = mooring.json("fs show datasets");
    assertThat(shown.path("attachments").findValuesAsText("mountPath"))
        .containsExactlyInAnyOrder("/shared", "/data");
    assertThat(mooring.text("fs list")).contains("ATTACHED", "instance/one:/shared");
    Run run = mooring.run("fs delete datasets --json");
    assertThat(run.code()).isEqualTo(5);
    assertThat(run.error().path("details").path("holders").findValuesAsText("name"))
        .containsExactlyInAnyOrder("one", "two");

    mooring.json("detach one");
    mooring.json("detach two datasets");
    assertThat(mooring.json("fs delete datasets").path("status").asText()).isEqualTo("DELETED");
  }

  @Test
  @DisplayName("without other namespaces sharing is refused by name, and nothing is shared")
  void hasNoOtherNamespaces() {
    mooring.json("fs create datasets --size 1GB");
    Run run = mooring.run("fs share datasets --namespace team-b --read-only --json");
    assertThat(run.code()).isEqualTo(8);
    assertThat(run.error().path("code").asText()).isEqualTo("UNSUPPORTED");
    assertThat(run.error().toString()).contains("SHARING");
    assertThat(mooring.json("fs shares datasets")).isEmpty();
    Run none = mooring.run("fs unshare datasets --namespace team-b --json");
    assertThat(none.code()).isEqualTo(3);
    assertThat(mooring.run("fs share datasets").code()).isEqualTo(2);
  }

  @Test
  @DisplayName("it grows and never shrinks, and a dry run prices what it costs more")
  void grows() {
    mooring.json("fs create datasets --size 10GB");
    JsonNode plan = mooring.json("fs resize datasets --size 20GB --dry-run");
    assertThat(plan.path("changes").findValuesAsText("action")).containsExactly("resize");

    JsonNode grown = mooring.json("fs resize datasets --size 20GB");
    assertThat(grown.path("sizeBytes").asLong()).isEqualTo(20_000_000_000L);
    assertThat(grown.path("capacityBytes").asLong()).isEqualTo(20_000_000_000L);
    assertThat(mooring.json("fs resize datasets --size 20GB").path("id"))
        .isEqualTo(grown.path("id"));
    Run smaller = mooring.run("fs resize datasets --size 10GB --json");
    assertThat(smaller.code()).isEqualTo(2);
    assertThat(smaller.error().path("message").asText()).contains("20GB");
    assertThat(mooring.run("fs resize datasets --size 30 --json").code()).isEqualTo(2);
    assertThat(mooring.run("drive resize datasets --size 30GB").code()).isEqualTo(3);
  }

  @Test
  @DisplayName("a bare name that fits a drive as well is refused with both")
  void bareNamesAreNotGuessed() {
    mooring.json("fs create twins --size 1GB");
    mooring.json("drive create twins --size 1GB");

    Run run = mooring.run("attach one --mount twins:/data --json");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.error().path("message").asText()).contains("drive/twins", "fs/twins");
    assertThat(mooring.run("attachments --volume twins").code()).isEqualTo(2);
    assertThat(mooring.json("attachments --volume fs/twins")).isEmpty();
  }
}
