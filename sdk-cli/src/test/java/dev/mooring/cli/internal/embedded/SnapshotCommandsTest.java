package dev.mooring.cli.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.cli.internal.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("mooring snapshot:")
class SnapshotCommandsTest {
  @TempDir private Path folder;
  private Embedded mooring;

  @BeforeEach
  void configure() {
    mooring = Embedded.below(folder);
  }

  @Test
  @DisplayName("a snapshot is taken, listed, copied from and deleted")
  void livesAndDies() {
    mooring.json("drive create work --size 2GB");
    JsonNode taken = mooring.json("snapshot create drive/work --name before");
    String id = taken.path("id").asText();

    assertThat(taken.path("name").asText()).isEqualTo("before");
    assertThat(taken.path("volume").asText()).isEqualTo("drive/work");
    assertThat(taken.path("sizeBytes").asLong()).isEqualTo(2_000_000_000L);
    assertThat(taken.path("status").asText()).isEqualTo("READY");
    assertThat(taken.path("createdAt").isTextual()).isTrue();
    assertThat(mooring.json("snapshot create drive/work --name before").path("id").asText())
        .isEqualTo(id);
    assertThat(mooring.json("snapshot list").findValuesAsText("id")).containsExactly(id);
    assertThat(mooring.text("snapshot list --volume drive/work")).contains(id, "before", "READY");
    assertThat(mooring.json("snapshot list --volume fs/work")).isEmpty();

    JsonNode copy = mooring.json("drive create copy --from snapshot:" + id);
    assertThat(copy.path("sizeBytes").asLong()).isEqualTo(2_000_000_000L);
    assertThat(copy.path("source").asText()).isEqualTo("snapshot:" + id);
    assertThat(mooring.text("drive show copy")).contains("made from", "snapshot:" + id);
    assertThat(
            mooring.json("drive create twin --from drive:copy --size 3GB").path("source").asText())
        .isEqualTo("drive:copy");

    assertThat(mooring.json("snapshot delete " + id).path("status").asText()).isEqualTo("DELETED");
    assertThat(mooring.run("snapshot list").err()).contains("no snapshots");
  }

  @Test
  @DisplayName("a region that is not the volume's, or the snapshot's, holds neither")
  void otherRegion() {
    mooring.json("drive create work --size 2GB");
    Run other = mooring.run("snapshot create drive/work --region small --json");
    assertThat(other.code()).isEqualTo(3);
    assertThat(other.error().path("message").asText()).contains("it is in local");
    assertThat(mooring.json("snapshot list")).isEmpty();

    String id = mooring.json("snapshot create drive/work --region local").path("id").asText();
    assertThat(mooring.json("snapshot list --region small")).isEmpty();
    assertThat(mooring.run("snapshot delete " + id + " --region small").code()).isEqualTo(3);
    assertThat(mooring.json("snapshot list --region local").findValuesAsText("id"))
        .containsExactly(id);
    assertThat(mooring.text("snapshot list")).contains("drive/work").doesNotContain("REGION");
    assertThat(mooring.run("snapshot delete " + id + " --region local").code()).isZero();
  }

  @Test
  @DisplayName("without waiting the operation is printed, and found again by its id")
  void withoutWaiting() {
    mooring.json("drive create work --size 2GB");
    JsonNode taking = mooring.json("snapshot create drive/work --name before --no-wait");
    assertThat(taking.path("type").asText()).isEqualTo("snapshot");
    assertThat(mooring.json("snapshot create drive/work --name before").path("status").asText())
        .isEqualTo("READY");
    String id = mooring.json("snapshot list").get(0).path("id").asText();
    assertThat(mooring.json("snapshot delete " + id + " --no-wait").path("id").isTextual())
        .isTrue();
    assertThat(mooring.run("snapshot create drive/work --wait 5").code()).isEqualTo(2);
    assertThat(mooring.run("snapshot create drive/work --wait 5s --no-wait").code()).isEqualTo(2);
  }

  @Test
  @DisplayName("what is wrong is said with its exit code")
  void refuses() {
    mooring.json("drive create work --size 2GB");
    String id = mooring.json("snapshot create drive/work").path("id").asText();
    assertThat(mooring.run("snapshot create work").code()).isEqualTo(2);
    assertThat(mooring.run("snapshot create drive/nosuch").code()).isEqualTo(3);
    assertThat(mooring.run("snapshot create object/models").code()).isEqualTo(8);
    assertThat(mooring.run("snapshot create drive/work --name No_Name").code()).isEqualTo(2);
    assertThat(mooring.run("snapshot delete nosuch").code()).isEqualTo(3);
    assertThat(mooring.run("drive create copy --from nonsense").code()).isEqualTo(2);
    assertThat(mooring.run("snapshot create drive/work --region nowhere").code()).isEqualTo(2);
    assertThat(mooring.run("drive create copy --from drive:nosuch").code()).isIn(2, 3);
    assertThat(mooring.run("drive create copy --from snapshot:" + id + " --size 1GB").code())
        .isEqualTo(2);
    assertThat(mooring.run("fs create copy --from snapshot:" + id).code()).isEqualTo(2);
    Run plan = mooring.run("drive create copy --from snapshot:" + id + " --dry-run");
    assertThat(plan.code()).isZero();
    assertThat(plan.out()).contains("a copy of snapshot:" + id);
    assertThat(mooring.json("drive list").findValuesAsText("name")).containsExactly("work");
  }
}
