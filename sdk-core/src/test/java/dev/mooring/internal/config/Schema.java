package dev.mooring.internal.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mooring.config.Configuration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The published schema, as far as it is needed to walk it. Paths are written {@code
 * regions.*.profiles[].name}.
 */
final class Schema {
  private final JsonNode root;
  private final Map<String, JsonNode> keys = new LinkedHashMap<>();

  private Schema(JsonNode root) {
    this.root = root;
    walk("", root);
  }

  static Schema published() {
    try (InputStream stream =
        Configuration.class.getResourceAsStream("/dev/mooring/mooring.schema.json")) {
      return new Schema(new ObjectMapper().readTree(Objects.requireNonNull(stream)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every key with its schema. */
  Map<String, JsonNode> keys() {
    return keys;
  }

  /** The keys that hold a value and no section. */
  Map<String, JsonNode> leaves() {
    Map<String, JsonNode> leaves = new LinkedHashMap<>(keys);
    leaves.values().removeIf(schema -> !schema.has("examples"));
    return leaves;
  }

  /** A document with every key, from the examples; but for {@code prices.file}. */
  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    leaves()
        .forEach(
            (key, schema) -> {
              if (!key.equals("prices.file")) {
                put(document, List.of(key.split("\\.")), schema.get("examples").get(0));
              }
            });
    return document;
  }

  private void walk(String path, JsonNode node) {
    JsonNode schema = node.has("$ref") ? referred(node) : node;
    if (schema.has("oneOf")) {
      schema.get("oneOf").forEach(option -> walk(path, option));
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            entry -> {
              String key = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
              keys.put(key, entry.getValue());
              walk(key, entry.getValue());
            });
    if (schema.path("additionalProperties").has("$ref")) {
      walk(path + ".*", schema.get("additionalProperties"));
    }
    if (schema.has("items") && schema.get("items").has("$ref")) {
      walk(path + "[]", schema.get("items"));
    }
  }

  /** What a reference refers to. */
  JsonNode referred(JsonNode node) {
    return root.at(node.get("$ref").asText().substring(1));
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> tree, List<String> path, JsonNode value) {
    String key = path.get(0).equals("*") ? "us-central" : path.get(0).replace("[]", "");
    if (path.size() == 1) {
      tree.put(key, plain(value));
      return;
    }
    Map<String, Object> below = new LinkedHashMap<>();
    if (path.get(0).endsWith("[]")) {
      List<Object> list = (List<Object>) tree.computeIfAbsent(key, k -> new ArrayList<>());
      if (list.isEmpty()) {
        list.add(below);
      }
      below = (Map<String, Object>) list.get(0);
    } else {
      below = (Map<String, Object>) tree.computeIfAbsent(key, k -> new LinkedHashMap<>());
    }
    put(below, path.subList(1, path.size()), value);
  }

  private static Object plain(JsonNode value) {
    return new ObjectMapper().convertValue(value, Object.class);
  }
}
