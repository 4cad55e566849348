package dev.mooring.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.config.Configuration;
import dev.mooring.config.LoadedConfiguration;
import dev.mooring.error.InvalidRequestException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A value")
class PrecedenceTest {
  private final LogLines log = new LogLines();
  @TempDir Path folder;
  private Loading machine;

  @BeforeEach
  void start() {
    machine = new Loading(folder);
  }

  @AfterEach
  void stop() {
    log.close();
  }

  private List<String> logged() {
    return log.lines();
  }

  private String wait(LoadedConfiguration loaded) {
    return Loading.value(loaded, "timeouts.wait") + " " + Loading.source(loaded, "timeouts.wait");
  }

  @Test
  @DisplayName("comes from the program, else a property, else a variable, else the file")
  void order() {
    assertThat(wait(machine.load())).isEqualTo("5m default");
    Path file = machine.write("here/mooring.yaml", "timeouts: {wait: 1m}");
    assertThat(wait(machine.load())).isEqualTo("1m " + file);
    machine.variable("MOORING_TIMEOUTS_WAIT", "2m");
    assertThat(wait(machine.load())).isEqualTo("2m environment MOORING_TIMEOUTS_WAIT");
    machine.property("mooring.timeouts.wait", "3m");
    assertThat(wait(machine.load())).isEqualTo("3m system property mooring.timeouts.wait");
    machine.program(Map.of("timeouts.wait", "4m"));
    assertThat(wait(machine.load())).isEqualTo("4m program");
    assertThat(logged()).isEmpty();
  }

  @Test
  @DisplayName("of any scalar key can be overridden by a variable, in backends' sections too")
  void everywhere() {
    machine.write(
        "here/mooring.yaml",
        """
        home: us-central
        regions:
          us-central: {kubernetes: {}}
          laptop: {embedded: {root: /x}}
        """);
    Configuration read =
        machine
            .variable("MOORING_ACCOUNT", "acme")
            .variable("MOORING_REGION", "laptop")
            .variable("MOORING_OWNER_KIND", "group")
            .variable("MOORING_OWNER_NAME", "nlp")
            .variable("MOORING_STORE", "jdbc:sqlite:/tmp/x.db")
            .variable("MOORING_RETRY_BUDGET", "5%")
            .variable("MOORING_PRICES_POLICY", "daily-30")
            .variable("MOORING_REGIONS_US_CENTRAL_KUBERNETES_CREATENAMESPACE", "true")
            .variable("MOORING_REGIONS_US_CENTRAL_KUBERNETES_INSTANCE_PULL_POLICY", "Always")
            .variable("MOORING_REGIONS_US_CENTRAL_LIMITS_QUOTA", "7GB")
            .load()
            .configuration();
    assertThat(read.account()).isEqualTo("acme");
    assertThat(read.owner()).hasToString("group/nlp");
    assertThat(read.home()).isEqualTo("us-central");
    assertThat(read.defaultRegion()).contains("laptop");
    assertThat(read.storeIfSet().orElseThrow().url()).isEqualTo("jdbc:sqlite:/tmp/x.db");
    assertThat(read.retry().budgetPercent()).isEqualTo(5);
    assertThat(read.regions())
        .hasEntrySatisfying(
            "us-central",
            region -> {
              assertThat(region.limits().quota()).hasToString("7GB");
              assertThat(region.backends().get(0).describe())
                  .containsEntry("createNamespace", "true")
                  .containsEntry("instance.pullPolicy", "Always");
            });
    assertThat(logged()).isEmpty();
  }

  @Test
  @DisplayName("that is wrong is told with who said it")
  void wrong() {
    machine.variable("MOORING_TIMEOUTS_WAIT", "soon");
    assertThatThrownBy(machine::load)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("timeouts.wait: must be a duration")
        .hasMessageContaining("(environment MOORING_TIMEOUTS_WAIT)");
  }

  @Test
  @DisplayName("of a variable that is no key is ignored and warned of, without the value")
  void unknown() {
    machine
        .variable("MOORING_TIMEOUT_WAIT", "hunter2-secret")
        .variable("MOORING_DEBUG", "1")
        .variable("MOORING_ACCOUNT", " ")
        .property("mooring.timeouts.wiat", "hunter2-secret")
        .property("mooring.full", "true");
    assertThat(machine.load().configuration().timeouts().longestWait())
        .isEqualTo(Duration.ofMinutes(5));
    assertThat(logged())
        .containsExactlyInAnyOrder(
            "'environment MOORING_TIMEOUT_WAIT' is no key of the configuration and is ignored;"
                + " did you mean MOORING_TIMEOUTS_WAIT?",
            "'system property mooring.timeouts.wiat' is no key of the configuration and is ignored;"
                + " did you mean mooring.timeouts.wait?");
  }

  @Test
  @DisplayName("of the program that is no key is an error with the nearest key")
  void program() {
    machine.program(Map.of("acount", "acme"));
    assertThatThrownBy(machine::load)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("acount: is no key that can be overridden (try account)");
  }

  @Test
  @DisplayName("of a variable that fits two keys is refused with both")
  void ambiguous() {
    machine.write(
        "here/mooring.yaml",
        "{home: a, regions: {a: {fake: {}}, ab: {fake: {}}, a-b: {fake: {}}}}");
    machine.variable("MOORING_REGIONS_A_B_LIMITS_QUOTA", "7GB");
    assertThatThrownBy(machine::load)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("fits regions.ab.limits.quota too");
  }
}
