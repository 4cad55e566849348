package dev.mooring.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.error.Violation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A section of settings")
class SettingsTest {
  @Test
  @DisplayName("gives each value in its type, and nothing for what is not set")
  void values() {
    Settings settings =
        Settings.of(
            Map.of(
                "text",
                "x",
                "number",
                7,
                "yes",
                true,
                "wait",
                "90s",
                "size",
                "1GB",
                "list",
                List.of("a", 1),
                "map",
                Map.of("k", 2),
                "one",
                "b"));
    assertThat(settings.string("text")).contains("x");
    assertThat(settings.string("number")).contains("7");
    assertThat(settings.integer("number", 1, 9)).contains(7);
    assertThat(settings.bool("yes")).contains(true);
    assertThat(settings.duration("wait")).contains(Duration.ofSeconds(90));
    assertThat(settings.capacity("size").orElseThrow()).hasToString("1GB");
    assertThat(settings.strings("list")).containsExactly("a", "1");
    assertThat(settings.map("map")).containsExactly(Map.entry("k", "2"));
    assertThat(settings.oneOf("one", Map.of("a", 1, "b", 2))).contains(2);
    assertThat(settings.string("none")).isEmpty();
    assertThat(settings.strings("none")).isEmpty();
    assertThat(settings.section("none")).isEmpty();
    assertThat(settings.sections("none")).isEmpty();
    assertThat(settings.finish()).isEmpty();
  }

  @Test
  @DisplayName("collects all violations, each once, with the paths of their keys")
  void violations() {
    Map<String, Object> instance = new LinkedHashMap<>();
    instance.put("image", List.of());
    instance.put("comand", "x");
    Settings settings =
        Settings.of(
            Map.of("instance", instance, "list", Arrays.asList(Map.of("a", 1), null), "wait", "9"));
    settings.duration("wait");
    Settings below = settings.sectionOrEmpty("instance");
    below.string("image");
    below.allow("command");
    settings.sections("list").forEach(section -> section.string("b"));
    settings.finish();
    assertThat(settings.finish())
        .extracting(Violation::field)
        .containsExactlyInAnyOrder(
            "wait", "instance.image", "instance.comand", "list[1]", "list[0].a");
    assertThat(settings.asked())
        .containsExactlyInAnyOrder(
            "wait", "instance", "list", "instance.image", "instance.command", "list[0].b");
  }

  @Test
  @DisplayName("reads a section twice as one")
  void twice() {
    Settings settings = Settings.of(Map.of("a", Map.of("b", 1, "c", 2)));
    settings.sectionOrEmpty("a").string("b");
    settings.sectionOrEmpty("a").string("c");
    assertThat(settings.finish()).isEmpty();
  }

  @Test
  @DisplayName("resolves paths at the folder of its file and at the user's home")
  void paths() {
    Map<String, String> values =
        Map.of(
            "relative",
            "a/b",
            "absolute",
            "/a",
            "home",
            "~/x",
            "odd",
            "~x",
            "empty",
            "",
            "nul",
            "\0");
    Settings settings = Settings.of(values, Settings.Overrides.none(), Path.of("/etc/mooring"));
    Path home = Path.of(System.getProperty("user.home"));
    assertThat(settings.path("relative")).contains(Path.of("/etc/mooring/a/b"));
    assertThat(settings.path("absolute")).contains(Path.of("/a"));
    assertThat(settings.path("home")).contains(home.resolve("x"));
    assertThat(settings.path("odd")).contains(Path.of("/etc/mooring/~x"));
    assertThat(settings.path("empty")).isEmpty();
    assertThat(settings.path("nul")).isEmpty();
    assertThat(settings.finish())
        .extracting(Violation::field)
        .containsExactlyInAnyOrder("empty", "nul");
    assertThat(Settings.of(values).path("relative")).contains(Path.of("a/b"));
  }
}
