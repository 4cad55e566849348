package dev.mooring.spi;

import dev.mooring.error.Violation;
import dev.mooring.volume.Capacity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A section of the configuration while it is read: gives typed values, remembers which keys were
 * asked for, and collects every violation with the path of its key, instead of stopping at the
 * first. Not thread-safe.
 */
public final class Settings {
  private final String path;
  private final Map<String, Object> values;
  private final List<Violation> violations;
  private final Set<String> known = new LinkedHashSet<>();
  private final List<Settings> children = new ArrayList<>();

  private Settings(String path, Map<String, Object> values, List<Violation> violations) {
    this.path = path;
    this.values = values;
    this.violations = violations;
  }

  /** A section from its parsed YAML or JSON: maps, lists and scalars. */
  public static Settings of(Map<String, ?> values) {
    return new Settings("", new LinkedHashMap<>(values), new ArrayList<>());
  }

  /** The path of this section, for example {@code regions.us-central.kubernetes}. */
  public String path() {
    return path;
  }

  /** The path of a key of this section. */
  public String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** The keys that are set. */
  public Set<String> keys() {
    return Set.copyOf(values.keySet());
  }

  /** A text. Numbers and booleans are taken as they are written. */
  public Optional<String> string(String key) {
    Object value = take(key);
    if (value instanceof Map<?, ?> || value instanceof List<?>) {
      wrong(key, "must be one value");
      return Optional.empty();
    }
    return Optional.ofNullable(value).map(Object::toString);
  }

  /** A text, read by a parser whose {@code IllegalArgumentException} becomes a violation. */
  public <T> Optional<T> parsed(String key, Function<String, T> parser) {
    Optional<String> text = string(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parser.apply(text.get()));
    } catch (IllegalArgumentException e) {
      wrong(key, e.getMessage() == null ? "is not valid" : e.getMessage());
      return Optional.empty();
    }
  }

  /** A yes or no: {@code true} or {@code false}. */
  public Optional<Boolean> bool(String key) {
    return parsed(
        key,
        text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException("must be true or false");
            });
  }

  /** A whole number from a range. */
  public Optional<Integer> integer(String key, int least, int most) {
    return parsed(
        key,
        text -> {
          String rule = "must be a whole number from " + least + " to " + most;
          try {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
              throw new IllegalArgumentException(rule);
            }
            return number;
          } catch (NumberFormatException e) {
            throw new IllegalArgumentException(rule, e);
          }
        });
  }

  /** A duration like {@code 90s}, {@code 2m}, {@code 1h}, {@code 7d}. */
  public Optional<Duration> duration(String key) {
    return parsed(key, Durations::parse);
  }

  /** A size like {@code 100GB}. */
  public Optional<Capacity> capacity(String key) {
    return parsed(key, Capacity::parse);
  }

  /** One of the names of a set. */
  public <T> Optional<T> oneOf(String key, Map<String, T> choices) {
    return parsed(
        key,
        text -> {
          T choice = choices.get(text);
          if (choice == null) {
            throw new IllegalArgumentException(
                "must be one of " + String.join(", ", choices.keySet()));
          }
          return choice;
        });
  }

  /** A list of texts; empty when the key is not set. */
  public List<String> strings(String key) {
    Object value = take(key);
    if (value == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object element : list) {
        if (element == null || element instanceof Map<?, ?> || element instanceof List<?>) {
          wrong(key, "must be a list of texts");
          return List.of();
        }
        texts.add(element.toString());
      }
      return texts;
    }
    wrong(key, "must be a list of texts");
    return List.of();
  }

  /** A map of texts; empty when the key is not set. */
  public Map<String, String> map(String key) {
    Optional<Settings> section = section(key);
    Map<String, String> result = new LinkedHashMap<>();
    section.ifPresent(
        s -> s.values.keySet().forEach(k -> s.string(k).ifPresent(v -> result.put(k, v))));
    return result;
  }

  /** A section below this one. */
  public Optional<Settings> section(String key) {
    Object value = take(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Map<?, ?> map) {
      return Optional.of(child(pathOf(key), map));
    }
    wrong(key, "must be a section of keys and values");
    return Optional.empty();
  }

  /** A list of sections; empty when the key is not set. */
  public List<Settings> sections(String key) {
    Object value = take(key);
    if (value == null) {
      return List.of();
    }
    List<Settings> result = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i) instanceof Map<?, ?> map) {
          result.add(child(pathOf(key) + "[" + i + "]", map));
        } else {
          wrong(key + "[" + i + "]", "must be a section of keys and values");
        }
      }
      return result;
    }
    wrong(key, "must be a list");
    return List.of();
  }

  /** Anything as it was parsed, for keys that this reader leaves to others. */
  public Optional<Object> raw(String key) {
    return Optional.ofNullable(take(key));
  }

  /** Reports a violation of a key. */
  public void wrong(String key, String message) {
    violations.add(Violation.of(pathOf(key), message));
  }

  /** Reports a violation of a key, with a value that would do. */
  public void wrong(String key, String message, String suggestion) {
    violations.add(Violation.of(pathOf(key), message, suggestion));
  }

  /**
   * Ends the reading: every key that nobody asked for, here or in a section below, is a violation
   * with the nearest valid key. Returns all violations of the whole configuration so far.
   */
  public List<Violation> finish() {
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        Optional<String> nearest = Nearest.of(key, known);
        violations.add(
            Violation.of(
                pathOf(key),
                nearest.isPresent()
                    ? "unknown key; did you mean '" + nearest.get() + "'?"
                    : "unknown key; valid here are " + String.join(", ", known),
                nearest.orElse(null)));
      }
    }
    children.forEach(Settings::finish);
    return List.copyOf(violations);
  }

  /** Declares keys as valid that are read under a condition only. */
  public void allow(String... keys) {
    known.addAll(Arrays.asList(keys));
  }

  private Settings child(String childPath, Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((k, v) -> copy.put(String.valueOf(k), v));
    Settings child = new Settings(childPath, copy, violations);
    children.add(child);
    return child;
  }

  private @org.jspecify.annotations.Nullable Object take(String key) {
    known.add(key);
    return values.get(key);
  }
}
