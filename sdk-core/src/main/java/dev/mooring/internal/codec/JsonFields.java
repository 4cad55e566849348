package dev.mooring.internal.codec;

import dev.mooring.spi.Instants;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that is being read. Keys that nobody asks for do not matter; lists and maps that
 * are missing are empty. Everything throws IllegalArgumentException with the key that is wrong.
 */
final class JsonFields {
  private final Map<?, ?> values;

  private JsonFields(Map<?, ?> values) {
    this.values = values;
  }

  static JsonFields of(Object tree) {
    if (tree instanceof Map<?, ?> map) {
      return new JsonFields(map);
    }
    throw new IllegalArgumentException("an object is expected");
  }

  String text(String key) {
    return required(key, textIfSet(key));
  }

  @Nullable String textIfSet(String key) {
    return as(String.class, key);
  }

  long number(String key) {
    return required(key, numberIfSet(key));
  }

  @Nullable Long numberIfSet(String key) {
    Number number = as(Number.class, key);
    if (number == null || number instanceof Long) {
      return (Long) number;
    }
    if (number instanceof Integer small) {
      return small.longValue();
    }
    throw new IllegalArgumentException(key + " is no whole number of 64 bits");
  }

  /** A truth value; false when it is missing. */
  boolean flag(String key) {
    Boolean flag = as(Boolean.class, key);
    return flag != null && flag;
  }

  Instant time(String key) {
    return required(key, timeIfSet(key));
  }

  @Nullable Instant timeIfSet(String key) {
    String text = textIfSet(key);
    try {
      return text == null ? null : Instants.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(key + " is no time", e);
    }
  }

  <E extends Enum<E>> E constant(String key, Class<E> type) {
    return required(key, constantIfSet(key, type));
  }

  <E extends Enum<E>> @Nullable E constantIfSet(String key, Class<E> type) {
    String text = textIfSet(key);
    return text == null ? null : Enum.valueOf(type, text);
  }

  <T> T object(String key, Function<JsonFields, T> read) {
    return required(key, objectIfSet(key, read));
  }

  <T> @Nullable T objectIfSet(String key, Function<JsonFields, T> read) {
    Map<?, ?> map = as(Map.class, key);
    return map == null ? null : read.apply(new JsonFields(map));
  }

  <T> List<T> list(String key, Function<JsonFields, T> read) {
    List<?> list = as(List.class, key);
    return list == null ? List.of() : list.stream().map(JsonFields::of).map(read).toList();
  }

  Map<String, String> texts(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<?, ?> map = as(Map.class, key);
    if (map != null) {
      JsonFields fields = new JsonFields(map);
      map.keySet().forEach(name -> texts.put(name.toString(), fields.text(name.toString())));
    }
    return texts;
  }

  Map<String, Instant> times(String key) {
    Map<String, Instant> times = new LinkedHashMap<>();
    Map<?, ?> map = as(Map.class, key);
    if (map != null) {
      JsonFields fields = new JsonFields(map);
      map.keySet().forEach(name -> times.put(name.toString(), fields.time(name.toString())));
    }
    return times;
  }

  private <T> @Nullable T as(Class<T> type, String key) {
    Object value = values.get(key);
    if (value == null || type.isInstance(value)) {
      return type.cast(value);
    }
    throw new IllegalArgumentException(key + " is of another type");
  }

  private static <T> T required(String key, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return value;
  }
}
