package dev.mooring.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.access.Role;
import dev.mooring.config.Configuration;
import dev.mooring.config.LoadedConfiguration;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.config.RetrySettings;
import dev.mooring.config.Timeouts;
import dev.mooring.cost.PriceBook;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.internal.Backends;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The configuration is looked for")
class LookupTest {
  @TempDir Path folder;
  private Loading machine;

  @BeforeEach
  void machine() {
    machine = new Loading(folder);
  }

  @Test
  @DisplayName("in $MOORING_CONFIG first, then ./mooring.yaml, then ~/.config/mooring")
  void order() {
    machine.write("home/.config/mooring/mooring.yaml", "account: at-home");
    assertThat(machine.load().configuration().account()).isEqualTo("at-home");
    machine.write("here/mooring.yaml", "account: here");
    assertThat(machine.load().configuration().account()).isEqualTo("here");
    Path named = machine.write("there/m.yaml", "account: named");
    machine.variable("MOORING_CONFIG", named.toString());
    LoadedConfiguration loaded = machine.load();
    assertThat(loaded.configuration().account()).isEqualTo("named");
    assertThat(Loading.source(loaded, "account")).isEqualTo(named.toString());
    assertThat(Loading.source(loaded, "timeouts.wait")).isEqualTo("default");
  }

  @Test
  @DisplayName("and a file that is named must exist, be text, and be a file")
  void named() {
    machine.write("here/mooring.yaml", "account: here");
    Path missing = folder.resolve("missing.yaml");
    machine.variable("MOORING_CONFIG", missing.toString());
    assertThatThrownBy(machine::load)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(missing + " does not exist");
    assertThatThrownBy(() -> machine.loader().load(folder))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(folder + " cannot be read");
  }

  @Test
  @DisplayName("and without any, everything is as by default, embedded under ~/.mooring")
  void without() {
    Configuration expected =
        new Configuration(
            "default",
            Backends.systemOwner(),
            Role.MEMBER,
            null,
            null,
            null,
            Map.of(
                "local",
                RegionConfiguration.of(
                    new FakeBackend(
                        "embedded",
                        Map.of("root", folder.resolve("home/.mooring").toString()),
                        null))),
            PriceBook.standard(),
            Timeouts.STANDARD,
            RetrySettings.STANDARD);
    assertThat(machine.load().configuration()).isEqualTo(expected);
    assertThat(machine.load().configuration().defaultRegion()).contains("local");
  }

  @Test
  @DisplayName("and without any, $MOORING_HOME says where embedded lives")
  void mooringHome() {
    machine.variable("MOORING_HOME", folder.resolve("elsewhere").toString());
    LoadedConfiguration loaded = machine.load();
    assertThat(Loading.value(loaded, "regions.local.embedded.root"))
        .isEqualTo(folder.resolve("elsewhere").toString());
    assertThat(Loading.source(loaded, "regions.local.embedded.root"))
        .isEqualTo("environment MOORING_HOME");
  }

  @Test
  @DisplayName("and without any, embedded can be in memory all the same")
  void inMemory() {
    machine.variable("MOORING_REGIONS_LOCAL_EMBEDDED_INMEMORY", "true");
    assertThat(machine.load().configuration().regions().values())
        .singleElement()
        .isEqualTo(
            RegionConfiguration.of(new FakeBackend("embedded", Map.of("inMemory", "true"), null)));
  }

  @Test
  @DisplayName("and relative paths in it begin at its own folder")
  void relative() {
    Path file = machine.write("conf/mooring.yaml", "regions: {here: {embedded: {root: data}}}");
    assertThat(Loading.value(machine.loader().load(file), "regions.here.embedded.root"))
        .isEqualTo(folder.resolve("conf/data").toString());
  }
}
