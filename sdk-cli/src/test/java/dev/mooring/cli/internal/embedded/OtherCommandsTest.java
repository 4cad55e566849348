package dev.mooring.cli.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.cli.internal.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("mooring price, profile, config and recover:")
class OtherCommandsTest {
  @TempDir private Path folder;
  private Embedded mooring;

  @BeforeEach
  void configure() {
    mooring = Embedded.below(folder);
  }

  @Test
  @DisplayName("100 GB for 30 days cost 10.00 USD, for one day a thirtieth of it")
  void priceOfDrive() {
    JsonNode month = mooring.json("price drive --size 100GB");
    JsonNode days = mooring.json("price drive --size 100GB --for 3d");

    assertThat(month.path("total").asText()).isEqualTo("10.00");
    assertThat(month.path("currency").asText()).isEqualTo("USD");
    assertThat(month.path("complete").asBoolean()).isTrue();
    assertThat(days.path("total").asText()).isEqualTo("1.00");
    assertThat(mooring.text("price drive --size 100GB")).contains("total 10.00 USD for 30 days");
  }

  @Test
  @DisplayName("a price that is not set is missing, not 0")
  void missingPrice() {
    JsonNode cost = mooring.json("price fs --size 100GB");

    assertThat(cost.path("total").isNull()).isTrue();
    assertThat(cost.path("complete").asBoolean()).isFalse();
    assertThat(cost.path("lines").get(0).path("missing").asBoolean()).isTrue();
    assertThat(mooring.text("price fs --size 100GB")).contains("no price is set");
  }

  @Test
  @DisplayName("a price needs a kind, a size with a unit, and a duration with a unit")
  void priceIsChecked() {
    Run run = mooring.run("price drive --size 100 --for 30 --json");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.error().path("details").path("violations").findValuesAsText("field"))
        .containsExactly("size", "for");
    assertThat(mooring.run("price drive").code()).isEqualTo(2);
    assertThat(mooring.run("price car --size 1GB").code()).isEqualTo(2);
  }

  @Test
  @DisplayName("profiles are listed with price, availability and what they are best for")
  void profiles() {
    JsonNode block = mooring.json("profile list --region binned").get(0);

    assertThat(block.path("name").asText()).isEqualTo("block");
    assertThat(block.path("kind").asText()).isEqualTo("drive");
    assertThat(block.path("region").asText()).isEqualTo("binned");
    assertThat(block.path("backend").asText()).isEqualTo("embedded");
    assertThat(block.path("available").asBoolean()).isTrue();
    assertThat(block.path("recommendation").asText()).isEqualTo("code, notebooks");
    assertThat(mooring.json("profile list --for Notebook").findValuesAsText("region"))
        .containsExactly("binned");
    assertThat(mooring.text("profile list")).contains("0.10 USD/GB");
    assertThat(mooring.run("profile list --region nowhere").code()).isEqualTo(2);
  }

  @Test
  @DisplayName("profiles are listed for a use, region by region, and ranked for one with reasons")
  void recommendation() {
    JsonNode list = mooring.json("profile list --for checkpoints");
    assertThat(list.findValuesAsText("name")).containsExactly("shared", "shared");
    assertThat(list.findValuesAsText("region")).containsExactly("local", "small");
    assertThat(list.get(0).path("recommendation").asText()).contains("many writers", "shared-rwx");

    JsonNode found = mooring.json("profile recommend checkpoints");
    assertThat(found.path("useCase").asText()).isEqualTo("checkpoints");
    assertThat(found.path("region").asText()).isEqualTo("local");
    assertThat(found.path("best").asText()).isEqualTo("shared");
    assertThat(found.path("options").findValuesAsText("name")).containsExactly("shared");
    assertThat(found.path("unfit").findValuesAsText("name")).containsExactly("block", "object");
    assertThat(found.path("unfit").get(0).path("reasons").get(0).asText())
        .contains("it is of kind drive");
    assertThat(mooring.json("profile recommend --for Virtualenv").path("best").asText())
        .isEqualTo("block");
    assertThat(mooring.text("profile recommend small-files"))
        .contains("1. block", "2. shared", "Not for it", "object");
  }

  @Test
  @DisplayName("where no profile fits, why not is told of each, as not found")
  void nothingToRecommend() {
    Run none = mooring.run("profile recommend checkpoints --region binned --json");
    assertThat(none.code()).isEqualTo(3);
    assertThat(none.error().path("message").asText())
        .contains("none fits", "block: it is of kind drive");
    assertThat(none.error().path("region").asText()).isEqualTo("binned");
    assertThat(mooring.json("profile list --for checkpoints --region binned")).isEmpty();

    Run unknown = mooring.run("profile recommend nonsense --json");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.error().path("message").asText()).contains("checkpoints", "archive");
    assertThat(mooring.run("profile recommend").code()).isEqualTo(2);
    assertThat(mooring.run("profile recommend code --for code").code()).isEqualTo(2);
    assertThat(mooring.run("profile recommend code --region nowhere").code()).isEqualTo(2);
  }

  @Test
  @DisplayName("quotas tell what is used, the limit, and whether what is asked would fit")
  void quotas() {
    mooring.json("drive create work --size 3GB --region small");
    JsonNode all = mooring.json("region quotas");
    assertThat(all.findValuesAsText("region")).containsExactly("small");
    JsonNode quota = all.get(0);
    assertThat(quota.path("unit").asText()).isEqualTo("bytes");
    assertThat(quota.path("used").asLong()).isEqualTo(3_000_000_000L);
    assertThat(quota.path("limit").asLong()).isEqualTo(5_000_000_000L);
    assertThat(quota.path("asked").isNull()).isTrue();
    assertThat(quota.path("fits").isNull()).isTrue();

    assertThat(mooring.json("region quotas --size 2GB").get(0).path("fits").asBoolean()).isTrue();
    JsonNode more = mooring.json("region quotas --region small --size 2001MB").get(0);
    assertThat(more.path("asked").asLong()).isEqualTo(2_001_000_000L);
    assertThat(more.path("fits").asBoolean(true)).isFalse();
    assertThat(mooring.text("region quotas --size 9GB")).contains("3GB", "5GB", "9GB", "no");
    assertThat(mooring.run("region quotas --region local").err()).contains("no quotas");
    assertThat(mooring.run("region quotas --size 9").code()).isEqualTo(2);
    assertThat(mooring.run("region quotas --region nowhere").code()).isEqualTo(2);
  }

  @Test
  @DisplayName("regions are listed with their backend, limits and capabilities")
  void regions() {
    JsonNode regions = mooring.json("region list");
    assertThat(regions.findValuesAsText("name"))
        .containsExactly("local", "small", "binned", "scheduled");
    assertThat(regions.get(0).path("default").asBoolean()).isTrue();
    assertThat(regions.get(0).path("quotaBytes").isNull()).isTrue();
    assertThat(regions.get(1).path("quotaBytes").asLong()).isEqualTo(5_000_000_000L);
    assertThat(regions.get(0).path("capabilities").toString()).contains("\"DRIVES\"");
    assertThat(mooring.text("region list --region small")).contains("small").doesNotContain("bin");
  }

  @Test
  @DisplayName("a backend without storage classes says so")
  void noStorageClasses() {
    for (String verb :
        new String[] {"list", "validate x", "render x --driver d", "plan x --driver d"}) {
      Run run = mooring.run("admin class " + verb + " --json");
      assertThat(run.code()).as(verb).isEqualTo(8);
      assertThat(run.error().path("details").path("capability").asText())
          .isEqualTo("STORAGE_CLASSES");
    }
    assertThat(mooring.run("admin class render x").code()).isEqualTo(2);
  }

  @Test
  @DisplayName("config show tells every value and its source")
  void configShow() {
    JsonNode values = mooring.json("config show --account other");

    assertThat(values.findValuesAsText("key")).contains("account", "timeouts.wait");
    for (JsonNode value : values) {
      if (value.path("key").asText().equals("account")) {
        assertThat(value.path("value").asText()).isEqualTo("other");
        assertThat(value.path("source").asText()).isEqualTo("program");
      }
    }
    assertThat(mooring.text("config show"))
        .contains("account: acme  (" + folder + "/mooring.yaml)");
  }

  @Test
  @DisplayName("config check prints a line for each check")
  void configCheck() {
    JsonNode checks = mooring.json("config check");

    assertThat(checks.findValuesAsText("region")).contains("local", "small", "binned");
    assertThat(checks.findValuesAsText("outcome")).doesNotContain("FAILED");
    assertThat(mooring.text("config check").lines()).hasSameSizeAs(checks);
  }

  @Test
  @DisplayName("a mistake in the configuration is told with the nearest key")
  void mistakeInConfiguration() throws IOException {
    Files.writeString(folder.resolve("mooring.yaml"), "acount: acme\n");
    Run run = mooring.run("config show --json");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.error().path("message").asText()).contains("acount", "account");
  }

  @Test
  @DisplayName("a configuration file that is not there is told by name")
  void missingFile() {
    Run run = Run.of("--config", folder + "/nosuch.yaml", "drive", "list");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("nosuch.yaml");
  }

  @Test
  @DisplayName("recover finds nothing where nothing was interrupted")
  void recover() {
    mooring.json("drive create work --size 1GB");
    JsonNode report = mooring.json("recover");

    assertThat(report.path("completed")).isEmpty();
    assertThat(report.path("undone")).isEmpty();
    assertThat(report.path("released")).isEmpty();
  }
}
