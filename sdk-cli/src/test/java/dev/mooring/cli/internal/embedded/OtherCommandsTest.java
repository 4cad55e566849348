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
