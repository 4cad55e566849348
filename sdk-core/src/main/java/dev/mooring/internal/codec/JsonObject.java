package dev.mooring.internal.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON object that is being written: keys in order, and nothing for null. */
final class JsonObject {
  private final Map<String, Object> values = new LinkedHashMap<>();

  /** Adds a text, number, truth value, time, enum constant, map, list or object. */
  JsonObject put(String key, @Nullable Object value) {
    if (value != null) {
      values.put(key, value);
    }
    return this;
  }

  /** Adds an object that a value is written as. */
  <T> JsonObject put(String key, @Nullable T value, Function<T, JsonObject> write) {
    return value == null ? this : put(key, write.apply(value));
  }

  Map<String, Object> values() {
    return values;
  }
}
