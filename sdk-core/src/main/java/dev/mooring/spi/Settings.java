package dev.mooring.spi;

import dev.mooring.error.Violation;
import dev.mooring.volume.Capacity;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A section of the configuration while it is read: gives typed values, remembers which keys were
 * asked for, and collects every violation with the path of its key, instead of stopping at the
 * first. Not thread-safe.
 */
public final class Settings {
  /**
   * Values that count instead of those of the file: from the program, system properties and
   * environment variables. Keys of sections that are elements of lists cannot be overridden.
   */
  public interface Overrides {
    /** What counts instead for the key of this path; empty when nothing does. */
    Optional<String> value(String path);

    /**
     * Whether a key of the section of this path is overridden, although no file has the section.
     */
    boolean anyIn(String path);

    /** No overrides. */
    static Overrides none() {
      return new Overrides() {
        @Override
        public Optional<String> value(String path) {
          return Optional.empty();
        }

        @Override
        public boolean anyIn(String path) {
          return false;
        }
      };
    }
  }

  /** What all sections of a configuration share. */
  private record Reading(Overrides overrides, @Nullable Path folder, Set<Violation> violations) {}

  private final String path;
  private final Map<String, Object> values;
  private final Reading reading;
  private final boolean listed;
  private final Set<String> known = new LinkedHashSet<>();
  private final Map<String, Settings> children = new LinkedHashMap<>();

  private Settings(String path, Map<?, ?> values, Reading reading, boolean listed) {
    this.path = path;
    this.values = new LinkedHashMap<>();
    values.forEach((key, value) -> this.values.put(String.valueOf(key), value));
    this.reading = reading;
    this.listed = listed;
  }

  /** A section from its parsed YAML or JSON: maps, lists and scalars. */
  public static Settings of(Map<String, ?> values) {
    return of(values, Overrides.none(), null);
  }

  /**
   * A section from its parsed YAML or JSON, overridden.
   *
   * @param folder where relative paths begin: the file's folder, or null for the working directory
   */
  public static Settings of(Map<String, ?> values, Overrides overrides, @Nullable Path folder) {
    return new Settings("", values, new Reading(overrides, folder, new LinkedHashSet<>()), false);
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
    return Collections.unmodifiableSet(values.keySet());
  }

  /** The paths of all keys that were asked for so far, here and in the sections below. */
  public Set<String> asked() {
    Set<String> paths = new LinkedHashSet<>();
    known.forEach(key -> paths.add(pathOf(key)));
    children.values().forEach(child -> paths.addAll(child.asked()));
    return paths;
  }

  /** A text. Numbers and booleans are taken as they are written. */
  public Optional<String> string(String key) {
    Object value = take(key);
    Optional<String> override = listed ? Optional.empty() : reading.overrides().value(pathOf(key));
    if (override.isPresent()) {
      return override;
    }
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

  /**
   * A path: {@code ~/} stands for the user's home, and a relative one begins at the file's folder.
   */
  public Optional<Path> path(String key) {
    return parsed(
        key,
        text -> {
          try {
            return resolved(text);
          } catch (InvalidPathException e) {
            throw new IllegalArgumentException("must be a path", e);
          }
        });
  }

  private Path resolved(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("must be a path, not empty");
    }
    if (text.equals("~") || text.startsWith("~/")) {
      return Path.of(System.getProperty("user.home"), text.substring(1));
    }
    Path folder = reading.folder();
    return folder == null ? Path.of(text) : folder.resolve(text);
  }

  /** One of the names of a set. */
  public <T> Optional<T> oneOf(String key, Map<String, T> choices) {
    Optional<String> text = string(key);
    Optional<T> choice = text.map(choices::get);
    if (text.isPresent() && choice.isEmpty()) {
      String nearest = Nearest.of(text.get(), choices.keySet()).orElse(null);
      wrong(key, "must be one of " + String.join(", ", choices.keySet()), nearest);
    }
    return choice;
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

  /** A map of texts; empty when the key is not set. Its keys cannot be overridden. */
  public Map<String, String> map(String key) {
    Map<String, String> result = new LinkedHashMap<>();
    section(key, true)
        .ifPresent(map -> map.keys().forEach(k -> map.string(k).ifPresent(v -> result.put(k, v))));
    return result;
  }

  /** A section below this one. */
  public Optional<Settings> section(String key) {
    return section(key, listed);
  }

  private Optional<Settings> section(String key, boolean apart) {
    Object value = take(key);
    if (value instanceof Map<?, ?> map) {
      return Optional.of(child(key, map, apart));
    }
    if (value != null) {
      wrong(key, "must be a section of keys and values");
      return Optional.empty();
    }
    return !apart && reading.overrides().anyIn(pathOf(key))
        ? Optional.of(child(key, Map.of(), false))
        : Optional.empty();
  }

  /** A section below this one; without any key when it is not set. */
  public Settings sectionOrEmpty(String key) {
    return section(key).orElseGet(() -> child(key, Map.of(), listed));
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
          result.add(child(key + "[" + i + "]", map, true));
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
    wrong(key, message, null);
  }

  /** Reports a violation of a key, with a value that would do when one is known. */
  public void wrong(String key, String message, @Nullable String suggestion) {
    reading.violations().add(Violation.of(pathOf(key), message, suggestion));
  }

  /**
   * Ends the reading: every key that nobody asked for, here or in a section below, is a violation
   * with the nearest valid key. Returns all violations of the whole configuration so far. May be
   * repeated.
   */
  public List<Violation> finish() {
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        wrong(
            key,
            "is unknown; "
                + (known.isEmpty()
                    ? "nothing is configured here"
                    : "the keys here are " + String.join(", ", known)),
            Nearest.of(key, known).orElse(null));
      }
    }
    children.values().forEach(Settings::finish);
    return List.copyOf(reading.violations());
  }

  /** Declares keys as valid that are read under a condition only. */
  public void allow(String... keys) {
    known.addAll(Arrays.asList(keys));
  }

  private Settings child(String key, Map<?, ?> map, boolean apart) {
    return children.computeIfAbsent(
        key, k -> new Settings(pathOf(k), map, reading, apart || listed));
  }

  private @Nullable Object take(String key) {
    known.add(key);
    return values.get(key);
  }
}
