package dev.mooring.cli.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.cli.internal.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("mooring drive:")
class DriveCommandsTest {
  @TempDir private Path folder;
  private Embedded mooring;

  @BeforeEach
  void configure() {
    mooring = Embedded.below(folder);
  }

  @Test
  @DisplayName("create waits until the drive can be used, and prints it")
  void createPrintsTheDrive() {
    JsonNode drive =
        mooring.json("drive create work --size 100GB --label team=nlp --description notes");

    assertThat(drive.path("kind").asText()).isEqualTo("drive");
    assertThat(drive.path("name").asText()).isEqualTo("work");
    assertThat(drive.path("account").asText()).isEqualTo("acme");
    assertThat(drive.path("owner").asText()).isEqualTo("user/ana");
    assertThat(drive.path("region").asText()).isEqualTo("local");
    assertThat(drive.path("sizeBytes").asLong()).isEqualTo(100_000_000_000L);
    assertThat(drive.path("status").asText()).isEqualTo("AVAILABLE");
    assertThat(drive.path("description").asText()).isEqualTo("notes");
    assertThat(drive.path("labels").toString()).isEqualTo("{\"team\":\"nlp\"}");
    assertThat(drive.path("attachments").isEmpty()).isTrue();
    assertThat(drive.path("usedBytes").isNull()).isTrue();
    assertThat(mooring.json("drive show work").path("id")).isEqualTo(drive.path("id"));
  }

  @Test
  @DisplayName("the same creation again prints the same drive")
  void createIsIdempotent() {
    JsonNode first = mooring.json("drive create work --size 1GB");
    JsonNode second = mooring.json("drive create work --size 1GB");

    assertThat(second.path("id")).isEqualTo(first.path("id"));
  }

  @Test
  @DisplayName("another size of the same name is told with id and differences")
  void createConflicts() {
    JsonNode first = mooring.json("drive create work --size 1GB");
    Run run = mooring.run("drive create work --size 2GB --json");

    assertThat(run.code()).isEqualTo(4);
    assertThat(run.error().path("code").asText()).isEqualTo("ALREADY_EXISTS");
    assertThat(run.error().path("details").path("existingId")).isEqualTo(first.path("id"));
    assertThat(run.error().path("details").path("differences").findValuesAsText("field"))
        .contains("size");
  }

  @Test
  @DisplayName("a size without a unit is refused with the two readings")
  void bareSizeIsRefused() {
    Run run = mooring.run("drive create work --size 100 --json");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.error().path("message").asText()).contains("100GB", "100GiB");
    assertThat(mooring.run("drive show work").code()).isEqualTo(3);
  }

  @Test
  @DisplayName("all violations are told at once, with what cannot be read among them")
  void allViolationsAtOnce() {
    Run run = mooring.run("drive create Work_ --size 100 --profile blokc --json");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.error().path("details").path("violations").findValuesAsText("field"))
        .contains("size", "name", "profile");
  }

  @Test
  @DisplayName("a region that does not exist is answered with the nearest")
  void unknownRegion() {
    Run run = mooring.run("drive create work --size 1GB --region loca --json");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.error().path("message").asText()).contains("local");
  }

  @Test
  @DisplayName("a quota is told with used, limit and asked in bytes")
  void quotaIsTold() {
    mooring.json("drive create one --size 3GB --region small");
    Run run = mooring.run("drive create two --size 4GB --region small --json");

    assertThat(run.code()).isEqualTo(6);
    assertThat(run.error().path("details").toString())
        .isEqualTo("{\"used\":3000000000,\"limit\":5000000000,\"asked\":4000000000}");
  }

  @Test
  @DisplayName("a dry run prices it and changes nothing")
  void dryRunChangesNothing() {
    JsonNode plan = mooring.json("drive create work --size 100GB --dry-run");

    assertThat(plan.path("changes").get(0).path("action").asText()).isEqualTo("create");
    assertThat(plan.path("violations").isEmpty()).isTrue();
    assertThat(plan.path("cost").path("total").asText()).isEqualTo("10.00");
    assertThat(mooring.json("drive list").isEmpty()).isTrue();
  }

  @Test
  @DisplayName("a dry run with violations prints the plan and ends with 2, whatever they are")
  void dryRunWithViolations() {
    Run quota = mooring.run("drive create work --size 6GB --region small --dry-run --json");
    Run unread = mooring.run("drive create work --size 6 --dry-run --json");

    assertThat(quota.code()).isEqualTo(2);
    assertThat(quota.json().path("violations").findValuesAsText("code"))
        .containsExactly("QUOTA_EXCEEDED");
    assertThat(unread.code()).isEqualTo(2);
    assertThat(unread.json().path("violations").findValuesAsText("field")).containsExactly("size");
  }

  @Test
  @DisplayName("list filters by region, label and status, and tells people in a table")
  void listFilters() {
    mooring.json("drive create a --size 1GB --label team=nlp");
    mooring.json("drive create b --size 1GB --region small");

    assertThat(mooring.json("drive list").findValuesAsText("name")).containsExactly("a", "b");
    assertThat(names("drive list --region small")).isEqualTo("[b]");
    assertThat(names("drive list --label team=nlp")).isEqualTo("[a]");
    assertThat(names("drive list --status available")).isEqualTo("[a, b]");
    assertThat(names("drive list --status attached")).isEqualTo("[]");
    assertThat(mooring.run("drive list --status nice").code()).isEqualTo(2);
    assertThat(mooring.text("drive list").lines().toList())
        .hasSize(3)
        .first()
        .asString()
        .startsWith("NAME  SIZE  STATUS");
  }

  private String names(String line) {
    return mooring.json(line).findValuesAsText("name").toString();
  }

  @Test
  @DisplayName("describe tells holders, price, operations and events too")
  void describeTellsMore() {
    mooring.json("drive create work --size 100GB");
    JsonNode description = mooring.json("drive describe work");

    assertThat(description.path("status").asText()).isEqualTo("AVAILABLE");
    assertThat(description.path("holders").isEmpty()).isTrue();
    assertThat(description.path("price").path("total").asText()).isEqualTo("10.00");
    assertThat(description.path("operations").get(0).path("type").asText()).isEqualTo("create");
    assertThat(description.path("events").findValuesAsText("state")).isNotEmpty();
    assertThat(description.path("contact").isNull()).isTrue();
    JsonNode folder = description.path("findings").get(0);
    assertThat(folder.path("kind").asText()).isEqualTo("folder");
    assertThat(folder.path("name").asText()).isEqualTo(description.at("/backend/path").asText());
    assertThat(folder.path("sight").asText()).isEqualTo("FOUND");
    assertThat(description.path("backendEvents").isEmpty()).isTrue();
    assertThat(mooring.text("drive describe work"))
        .contains(
            "Holders", "Cost", "10.00 USD", "Backend", "folder " + folder.at("/name").asText());
    mooring.json("drive resize work --size 200GB");
    assertThat(mooring.json("drive describe work").path("sizes").findValuesAsText("sizeBytes"))
        .containsExactly("100000000000", "200000000000");
  }

  @Test
  @DisplayName("delete waits until the drive is gone")
  void deleteWaits() {
    JsonNode drive = mooring.json("drive create work --size 1GB");
    JsonNode deleted = mooring.json("drive delete work");

    assertThat(deleted.path("id")).isEqualTo(drive.path("id"));
    assertThat(deleted.path("status").asText()).isEqualTo("DELETED");
    assertThat(deleted.path("restorableUntil").isNull()).isTrue();
    assertThat(mooring.run("drive show work").code()).isEqualTo(3);
    assertThat(mooring.run("drive delete work").code()).isEqualTo(3);
  }

  @Test
  @DisplayName("from a trash a drive is restored, until it is purged")
  void trashIsRestored() {
    mooring.json("drive create work --size 1GB --region binned");
    JsonNode deleted = mooring.json("drive delete work");
    String trash = names("drive list --status DELETED");
    JsonNode restored = mooring.json("drive restore work");
    mooring.json("drive delete work --purge");

    assertThat(deleted.path("restorableUntil").asText()).isNotEmpty();
    assertThat(trash).isEqualTo("[work]");
    assertThat(restored.path("status").asText()).isEqualTo("AVAILABLE");
    assertThat(names("drive list --status DELETED")).isEqualTo("[]");
  }

  @Test
  @DisplayName("without waiting the operation is printed, and found again by its id")
  void noWaitPrintsTheOperation() {
    JsonNode operation = mooring.json("drive create work --size 1GB --no-wait");
    String id = operation.path("id").asText();

    assertThat(operation.path("type").asText()).isEqualTo("create");
    assertThat(operation.path("resource").asText()).isEqualTo("drive/work");
    assertThat(mooring.json("operation show " + id).path("id").asText()).isEqualTo(id);
    assertThat(mooring.run("operation show local/drive/work/create-000000000000").code())
        .isEqualTo(3);
  }

  @Test
  @DisplayName("a creation that is done is not cancelled, and a growth that is done is refused")
  void cancelling() {
    String creation = mooring.json("drive create work --size 1GB --no-wait").path("id").asText();
    mooring.json("drive create work --size 1GB");
    JsonNode done = mooring.json("operation cancel " + creation);
    String growth = mooring.json("drive resize work --size 2GB --no-wait").path("id").asText();

    assertThat(done.path("state").asText()).isEqualTo("SUCCEEDED");
    assertThat(mooring.run("operation cancel " + growth).code()).isEqualTo(15);
    assertThat(mooring.run("operation cancel nonsense").code()).isEqualTo(3);
    assertThat(mooring.json("drive show work").path("sizeBytes").asLong()).isEqualTo(2_000_000_000);
  }

  @Test
  @DisplayName("a wait and no wait at once is a usage error")
  void waitOrNoWait() {
    assertThat(mooring.run("drive create work --size 1GB --wait 1s --no-wait").code()).isEqualTo(2);
    assertThat(mooring.run("drive create work --size 1GB --wait 1").code()).isEqualTo(2);
  }

  @Test
  @DisplayName("a drive that is in another region than asked for is not found there")
  void otherRegion() {
    mooring.json("drive create work --size 1GB");

    assertThat(mooring.run("drive show work --region small").code()).isEqualTo(3);
    assertThat(mooring.run("--region local drive show work").code()).isZero();
  }

  @Test
  @DisplayName("accounts do not see each other's drives")
  void accountsAreApart() {
    mooring.json("drive create work --size 1GB");

    assertThat(mooring.run("drive show work --account other").code()).isEqualTo(3);
  }
}
