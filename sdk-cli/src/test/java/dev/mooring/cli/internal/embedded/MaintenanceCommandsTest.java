package dev.mooring.cli.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.cli.internal.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("mooring maintenance:")
class MaintenanceCommandsTest {
  @TempDir private Path folder;
  private Embedded mooring;

  @BeforeEach
  void configure() {
    mooring = Embedded.below(folder);
  }

  @Test
  @DisplayName("a run takes what is due, once, and the list tells it")
  void runs() {
    mooring.json("drive create work --size 2GB --region scheduled");
    JsonNode first = mooring.json("maintenance run");
    assertThat(first.path("taken")).hasSize(1);
    assertThat(first.path("kept").get(0).path("reasons").get(0).asText()).isEqualTo("monthly");
    assertThat(first.path("failed")).isEmpty();
    assertThat(first.path("recovery").path("examined").isInt()).isTrue();
    String id = first.path("taken").get(0).path("id").asText();
    assertThat(mooring.json("snapshot list").get(0).path("scheduledAt").isTextual()).isTrue();
    JsonNode again = mooring.json("maintenance run");
    assertThat(again.path("taken")).isEmpty();
    assertThat(mooring.text("maintenance run"))
        .contains("kept snapshot/" + id, "of drive/work: monthly", "recovered 0");
  }

  @Test
  @DisplayName("what fails is told, with its exit code")
  void fails() {
    mooring.json("drive create work --size 2GB --region scheduled");
    String name = mooring.json("maintenance run").path("taken").get(0).path("name").asText();
    String id = mooring.json("snapshot list").get(0).path("id").asText();
    mooring.json("snapshot delete " + id);
    mooring.json("snapshot create drive/work --name " + name);
    Run run = mooring.run("maintenance run --json");
    assertThat(run.code()).isEqualTo(15);
    assertThat(run.json().path("failed").get(0).path("code").asText()).isEqualTo("CONFLICT");
    assertThat(run.json().path("failed").get(0).path("resource").asText()).isEqualTo("drive/work");
  }

  @Test
  @DisplayName("the manifest is a CronJob without a secret, and wrong values are told all at once")
  void manifest() {
    String yaml =
        mooring.text("maintenance manifest --image registry.example/mooring:1 --namespace acme");
    assertThat(yaml)
        .contains(
            "kind: \"CronJob\"", "registry.example/mooring:1", "7 * * * *", "mooring-maintenance")
        .doesNotContainIgnoringCase("secret");
    Run wrong = mooring.run("maintenance manifest --image b@d! --namespace No_Name");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("image", "namespace");
  }

  @Test
  @DisplayName("a snapshot is verified, and a difference is an integrity error")
  void verifies() {
    mooring.json("drive create work --size 2GB");
    String id = mooring.json("snapshot create drive/work").path("id").asText();
    assertThat(mooring.json("snapshot verify " + id).path("outcome").asText())
        .isEqualTo("VERIFIED");
    mooring.json("instance launch a --mount work:/work");
    assertThat(mooring.run("instance exec a -- touch work/new").code()).isZero();
    assertThat(mooring.json("snapshot verify " + id).path("outcome").asText())
        .isEqualTo("READABLE");
    mooring.json("instance stop a");
    mooring.json("detach a");
    Run different = mooring.run("snapshot verify " + id);
    assertThat(different.code()).isEqualTo(12);
    assertThat(different.out()).contains("DIFFERENT", "./new is in the volume only");
    assertThat(mooring.run("snapshot verify " + id + " --limit soon").code()).isEqualTo(2);
    assertThat(mooring.json("drive list").findValuesAsText("name")).containsExactly("work");
  }
}
