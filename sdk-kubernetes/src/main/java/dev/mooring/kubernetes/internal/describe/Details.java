package dev.mooring.kubernetes.internal.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.kubernetes.internal.api.Scrub;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values of an object for people: those that are there, without secrets. */
final class Details {
  private final Map<String, String> values = new TreeMap<>();

  /** Adds a text, a number, or a list of texts. */
  Details add(String name, JsonNode value) {
    if (value.isArray()) {
      List<String> texts = new ArrayList<>();
      value.forEach(item -> texts.add(item.asText()));
      return add(name, String.join(", ", texts));
    }
    return add(name, value.asText());
  }

  /** Adds a text that is not empty. */
  Details add(String name, String value) {
    if (!value.isEmpty()) {
      values.put(name, Scrub.of(value));
    }
    return this;
  }

  Map<String, String> map() {
    return values;
  }
}
