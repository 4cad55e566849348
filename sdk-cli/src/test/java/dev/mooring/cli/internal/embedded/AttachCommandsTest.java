package dev.mooring.cli.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.cli.internal.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("mooring plan, attach, detach and attachments:")
class AttachCommandsTest {
  @TempDir private Path folder;
  private Embedded mooring;

  @BeforeEach
  void createDrive() {
    mooring = Embedded.below(folder);
    mooring.json("drive create work --size 100GB");
  }

  @Test
  @DisplayName("a plan tells changes and cost, and changes nothing")
  void planChangesNothing() {
    JsonNode plan = mooring.json("plan trainer-0 --mount work:/work --create-drive db:50GB:/db");

    assertThat(plan.path("changes").findValuesAsText("resource"))
        .contains("drive/work", "drive/db");
    assertThat(plan.path("violations").isEmpty()).isTrue();
    assertThat(plan.path("cost").path("total").asText()).isEqualTo("15.00");
    assertThat(plan.path("cost").path("currency").asText()).isEqualTo("USD");
    assertThat(mooring.json("attachments").isEmpty()).isTrue();
    assertThat(mooring.run("drive show db").code()).isEqualTo(3);
  }

  @Test
  @DisplayName("a plan with violations lists them all, and ends with 2")
  void planWithViolations() {
    Run run = mooring.run("plan trainer-0 --mount work:/etc --mount nosuch:/x --mount :: --json");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.json().path("violations")).hasSize(3);
    assertThat(run.json().path("violations").get(0).path("field").asText()).isEqualTo("mounts[2]");
    assertThat(mooring.run("plan trainer-0 --mount nosuch:/x").code()).isEqualTo(2);
  }

  @Test
  @DisplayName("attach has the code of its violations if they agree, else 2")
  void attachWithViolations() {
    assertThat(mooring.run("attach trainer-0 --mount nosuch:/x").code()).isEqualTo(3);
    assertThat(mooring.run("attach trainer-0 --mount nosuch:/x --mount work:/etc").code())
        .isEqualTo(2);
    assertThat(mooring.json("attachments").isEmpty()).isTrue();
  }

  @Test
  @DisplayName("an attachment is listed by target and by volume")
  void attachmentsAreListed() {
    JsonNode launch = mooring.json("attach trainer-0 --mount drive/work:/work");

    assertThat(launch.path("target").path("name").asText()).isEqualTo("trainer-0");
    assertThat(launch.path("mounts").get(0).path("mountPath").asText()).isEqualTo("/work");
    assertThat(launch.path("attachments")).hasSize(1);
    JsonNode attachment = mooring.json("attachments --volume work").get(0);
    assertThat(attachment.path("volume").asText()).isEqualTo("drive/work");
    assertThat(attachment.path("target").path("kind").asText()).isEqualTo("instance");
    assertThat(attachment.path("target").has("namespace")).isTrue();
    assertThat(attachment.path("readOnly").asBoolean()).isFalse();
    assertThat(attachment.path("live").asBoolean()).isTrue();
    assertThat(mooring.json("attachments --target trainer-0")).hasSize(1);
    assertThat(mooring.json("attachments --target instance/trainer-1")).isEmpty();
    assertThat(mooring.json("attachments")).hasSize(1);
    assertThat(mooring.json("drive show work").path("status").asText()).isEqualTo("ATTACHED");
    assertThat(mooring.json("drive show work").path("attachments")).hasSize(1);
  }

  @Test
  @DisplayName("a second target is refused with the holder")
  void secondTargetIsRefused() {
    mooring.json("attach trainer-0 --mount work:/work");
    Run run = mooring.run("attach trainer-1 --mount work:/work --json");

    assertThat(run.code()).isEqualTo(5);
    JsonNode holder = run.error().path("details").path("holders").get(0);
    assertThat(holder.path("name").asText()).isEqualTo("trainer-0");
    assertThat(holder.path("kind").asText()).isEqualTo("instance");
    assertThat(holder.path("since").asText()).isNotEmpty();
    assertThat(holder.path("live").asBoolean()).isTrue();
  }

  @Test
  @DisplayName("an attached drive is not deleted, and its holder is named")
  void attachedDriveIsNotDeleted() {
    mooring.json("attach trainer-0 --mount work:/work");
    Run run = mooring.run("drive delete work --json");

    assertThat(run.code()).isEqualTo(5);
    assertThat(run.error().path("details").path("holders").get(0).path("name").asText())
        .isEqualTo("trainer-0");
    assertThat(mooring.run("drive delete work").err()).contains("trainer-0");
  }

  @Test
  @DisplayName("deletion when detached begins with the detachment")
  void deleteWhenDetached() {
    mooring.json("attach trainer-0 --mount work:/work");
    mooring.json("drive delete work --when-detached --no-wait");
    Run refused = mooring.run("attach trainer-1 --mount work:/work");
    mooring.json("detach trainer-0");
    mooring.json("recover");

    assertThat(refused.code()).isNotZero();
    assertThat(mooring.run("drive show work").code()).isEqualTo(3);
  }

  @Test
  @DisplayName("a wait that ends too early is told with the operation, which goes on")
  void waitEndsTooEarly() {
    mooring.json("attach trainer-0 --mount work:/work");
    Run run = mooring.run("drive delete work --when-detached --wait 10ms --json");

    assertThat(run.code()).isEqualTo(9);
    assertThat(run.error().path("code").asText()).isEqualTo("TIMEOUT");
    assertThat(run.error().path("retryable").asBoolean()).isTrue();
    JsonNode details = run.error().path("details");
    assertThat(details.path("reason").asText()).isNotEmpty();
    assertThat(details.path("raw").isTextual()).isTrue();
    String id = details.path("operationId").asText();
    assertThat(mooring.json("operation show " + id).path("state").asText()).isEqualTo("RUNNING");
    assertThat(run.err()).contains("deleting drive/work: waiting for its users");
  }

  @Test
  @DisplayName("detach frees what is named, or everything; again it changes nothing")
  void detachFrees() {
    mooring.json("attach trainer-0 --mount work:/work --create-drive db:1GB:/db");
    JsonNode one = mooring.json("detach trainer-0 db");
    JsonNode rest = mooring.json("detach trainer-0");

    assertThat(one.findValuesAsText("volume")).containsExactly("drive/db");
    assertThat(rest.findValuesAsText("volume")).containsExactly("drive/work");
    assertThat(mooring.json("detach trainer-0")).isEmpty();
    assertThat(mooring.json("attachments")).isEmpty();
    assertThat(mooring.json("drive show work").path("status").asText()).isEqualTo("AVAILABLE");
  }

  @Test
  @DisplayName("a pod's parts are refused on embedded, and nothing is attached")
  void podPartsAreRefused() {
    Run run = mooring.run("attach trainer-0 --mount work:/work --emit pod");

    assertThat(run.code()).isEqualTo(8);
    assertThat(mooring.json("attachments")).isEmpty();
    assertThat(mooring.run("attach trainer-0 --mount work:/work --emit car").code()).isEqualTo(2);
  }

  @Test
  @DisplayName("a kind of target that does not exist is refused with those that do")
  void unknownKind() {
    Run run = mooring.run("plan x --kind car --mount work:/work");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("instance", "inference", "job", "cluster");
  }

  @Test
  @DisplayName("people read attachments as a table")
  void table() {
    mooring.json("attach trainer-0 --mount work:/work:ro");

    assertThat(mooring.text("attachments"))
        .contains("drive/work", "instance/trainer-0", "/work", "ro", "ATTACHED");
    assertThat(mooring.text("plan trainer-1 --create-drive db:1GB:/db"))
        .contains("Changes", "create drive/db", "Cost", "0.10 USD");
  }
}
