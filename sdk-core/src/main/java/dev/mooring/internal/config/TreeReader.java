package dev.mooring.internal.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.mooring.internal.validate.Shown;
import dev.mooring.internal.validate.Violations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads tokens into maps, lists and texts. Scalars stay as they were written ({@code 0.10} is not
 * {@code 0.1}); duplicate keys are refused, and so are YAML's aliases, with which a small file can
 * say a huge one. So can long keys above many others, for each key's whole path is kept: together
 * they have a limit.
 */
final class TreeReader {
  /** In characters, over all keys. */
  private static final int LONGEST_PATHS = 8 << 20;

  private final Violations violations;
  private final String name;
  private final JsonParser parser;
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private int left = LONGEST_PATHS;

  TreeReader(Violations violations, String name, JsonParser parser) {
    this.violations = violations;
    this.name = name;
    this.parser = parser;
  }

  Document read(String field, @Nullable Path folder) throws IOException {
    JsonToken first = parser.nextToken();
    Map<String, Object> tree = new LinkedHashMap<>();
    if (first == JsonToken.START_OBJECT) {
      tree = map("");
    } else if (first != null && first != JsonToken.VALUE_NULL) {
      violations.add(field, name + " must hold keys and values" + here());
      return Document.empty(name);
    }
    if (first != null && parser.nextToken() != null) {
      violations.add(field, name + " must hold one document" + here());
    }
    return new Document(name, folder, tree, lines);
  }

  private Map<String, Object> map(String path) throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      String keyPath = path.isEmpty() ? key : path + "." + key;
      count(keyPath);
      if (map.containsKey(key)) {
        violations.add(Shown.path(keyPath), "is set twice" + here());
      }
      lines.putIfAbsent(keyPath, parser.currentTokenLocation().getLineNr());
      parser.nextToken();
      map.put(key, value(keyPath));
    }
    return map;
  }

  private List<Object> list(String path) throws IOException {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String elementPath = path + "[" + list.size() + "]";
      count(elementPath);
      lines.putIfAbsent(elementPath, parser.currentTokenLocation().getLineNr());
      list.add(value(elementPath));
    }
    return list;
  }

  private void count(String path) throws StreamConstraintsException {
    left -= path.length();
    if (left < 0) {
      throw new StreamConstraintsException(
          "the paths of its keys are too long", parser.currentLocation());
    }
  }

  private @Nullable Object value(String path) throws IOException {
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      violations.add(Shown.path(path), "must not be an alias (*); write it out" + here());
      return null;
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> map(path);
      case START_ARRAY -> list(path);
      case VALUE_NULL -> null;
      case VALUE_EMBEDDED_OBJECT -> {
        violations.add(Shown.path(path), "must not be binary" + here());
        yield null;
      }
      default -> parser.getText();
    };
  }

  private String here() {
    return " (" + name + ", line " + parser.currentTokenLocation().getLineNr() + ")";
  }
}
