package dev.mooring.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.config.LoadedConfiguration;
import dev.mooring.internal.validate.Violations;
import dev.mooring.spi.Durations;
import dev.mooring.spi.Settings;
import dev.mooring.volume.Capacity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SchemaTest {
  private static final Schema SCHEMA = Schema.published();

  @Test
  @DisplayName("the parser accepts every key of the schema, with its example")
  void parserAcceptsTheSchema() throws IOException {
    String text = new ObjectMapper().writeValueAsString(SCHEMA.document());
    assertThat(Loading.violations(text)).isEmpty();
  }

  @Test
  @DisplayName("the schema has exactly the keys that the parser asks for")
  void schemaHasTheParsersKeys() {
    Settings root = Settings.of(SCHEMA.document());
    Violations violations = new Violations();
    Overrides overrides = new Overrides(Surroundings.none(), Map.of());
    new ConfigurationReader(root, FakeProvider.all(), violations)
        .read(new PricesSource(overrides, new Sources(overrides), violations).read(root));
    assertThat(violations.list()).isEmpty();
    Set<String> asked =
        root.asked().stream()
            .map(SchemaTest::general)
            .filter(SchemaTest::core)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(asked)
        .containsExactlyElementsOf(
            SCHEMA.keys().keySet().stream()
                .filter(SchemaTest::core)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static String general(String path) {
    return path.replaceFirst("^regions\\.[^.]+", "regions.*").replaceAll("\\[[0-9]+]", "[]");
  }

  /** Not the keys of backends, which are compared where those are, nor of maps of free keys. */
  private static boolean core(String path) {
    return !path.equals("regions.*")
        && !path.matches("regions\\.\\*\\.(kubernetes|embedded|fake|s3)(\\..*)?")
        && !path.contains("nodeSelector.");
  }

  @Test
  @DisplayName("the schema's defaults are those in force")
  void defaults() {
    LoadedConfiguration loaded =
        Loading.withAll().parse("regions: {here: {fake: {}, profiles: [{name: x, kind: drive}]}}");
    SCHEMA
        .leaves()
        .forEach(
            (key, schema) -> {
              String path = key.replace("*", "here").replace("[]", "[0]");
              if (schema.has("default") && core(key) && !key.startsWith("owner.")) {
                assertThat(Loading.value(loaded, path))
                    .as(path)
                    .isEqualTo(schema.get("default").asText());
              }
            });
  }

  @Test
  @DisplayName("every key has a description, and every value an example that fits")
  void descriptions() {
    SCHEMA
        .keys()
        .forEach(
            (key, schema) -> {
              JsonNode type = schema.has("$ref") ? SCHEMA.referred(schema) : schema;
              assertThat(schema.has("description") || type.has("description")).as(key).isTrue();
              if (type.has("pattern") && schema.has("examples")) {
                assertThat(schema.get("examples").get(0).asText())
                    .as(key)
                    .matches(type.get("pattern").asText());
              }
            });
  }

  @Test
  @DisplayName("the documentation lists every key of the schema")
  void documented() throws IOException {
    String page =
        Files.readString(Path.of(System.getProperty("mooring.root"), "docs/configuration.md"));
    assertThat(SCHEMA.keys().keySet())
        .filteredOn(key -> !page.contains("| `" + key.replace("*", "NAME") + "` |"))
        .isEmpty();
  }

  @Property(tries = 5000)
  void the_schema_accepts_every_size_and_duration_that_the_parser_accepts(
      @ForAll("quantities") String text) {
    if (accepts(() -> Capacity.parse(text))) {
      assertThat(text).matches(pattern("size"));
    }
    if (accepts(() -> Durations.parse(text))) {
      assertThat(text).matches(pattern("duration"));
    }
  }

  @Provide
  Arbitrary<String> quantities() {
    return Arbitraries.of(
            "0", "1", "99", ".", "5", " ", "k", "K", "G", "i", "I", "B", "b", "m", "s", "d", "h")
        .list()
        .ofMaxSize(5)
        .map(parts -> String.join("", parts));
  }

  private static boolean accepts(Runnable parser) {
    try {
      parser.run();
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Pattern pattern(String definition) {
    return Pattern.compile(
        SCHEMA
            .referred(new ObjectMapper().createObjectNode().put("$ref", "#/$defs/" + definition))
            .get("pattern")
            .asText());
  }
}
