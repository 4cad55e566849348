package dev.mooring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.config.Configuration;
import dev.mooring.internal.Backends;
import dev.mooring.spi.BackendProvider;
import dev.mooring.spi.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema describes the sections of backends, which only their modules know. */
class ConfigurationSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"embedded", "kubernetes"})
  @DisplayName("the schema of a backend's section has exactly the keys that its provider reads")
  void sameKeys(String id) throws IOException {
    Map<String, Object> section = new LinkedHashMap<>();
    Set<String> keys = new TreeSet<>();
    examples(schemaOf(id), "", section, keys);
    Settings settings = Settings.of(section);
    BackendProvider provider = Backends.provider(id).orElseThrow();
    assertThat(provider.configure(settings).id()).isEqualTo(id);
    assertThat(settings.finish()).isEmpty();
    assertThat(new TreeSet<>(settings.asked())).isEqualTo(keys);
  }

  @ParameterizedTest
  @ValueSource(strings = {"embedded", "kubernetes"})
  @DisplayName("the schema's defaults of a backend's section are those in force")
  void sameDefaults(String id) throws IOException {
    Map<String, Object> least = id.equals("embedded") ? Map.of("root", "/srv/mooring") : Map.of();
    Map<String, String> inForce =
        Backends.provider(id).orElseThrow().configure(Settings.of(least)).describe();
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults(schemaOf(id), "", defaults);
    defaults.keySet().retainAll(inForce.keySet());
    assertThat(defaults).isNotEmpty();
    assertThat(inForce).containsAllEntriesOf(defaults);
  }

  private static JsonNode schemaOf(String id) throws IOException {
    return document().at("/$defs/region/properties/" + id);
  }

  private static JsonNode document() throws IOException {
    try (InputStream stream =
        Configuration.class.getResourceAsStream("/dev/mooring/mooring.schema.json")) {
      return JSON.readTree(Objects.requireNonNull(stream));
    }
  }

  private static void examples(
      JsonNode schema, String path, Map<String, Object> section, Set<String> keys)
      throws IOException {
    JsonNode document = document();
    for (Map.Entry<String, JsonNode> entry : schema.path("properties").properties()) {
      keys.add(path + entry.getKey());
      JsonNode item = entry.getValue().path("items").path("$ref");
      if (!item.isMissingNode()) {
        Map<String, Object> below = new LinkedHashMap<>();
        String element = path + entry.getKey() + "[0].";
        examples(document.at(item.asText().substring(1)), element, below, keys);
        section.put(entry.getKey(), List.of(below));
      } else if (entry.getValue().has("properties")) {
        Map<String, Object> below = new LinkedHashMap<>();
        examples(entry.getValue(), path + entry.getKey() + ".", below, keys);
        section.put(entry.getKey(), below);
      } else {
        JsonNode example = entry.getValue().get("examples").get(0);
        section.put(entry.getKey(), JSON.convertValue(example, Object.class));
      }
    }
  }

  private static void defaults(JsonNode schema, String path, Map<String, String> defaults) {
    schema
        .path("properties")
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue().path("default");
              defaults(entry.getValue(), path + entry.getKey() + ".", defaults);
              if (value.isValueNode()) {
                defaults.put(path + entry.getKey(), value.asText());
              }
            });
  }
}
