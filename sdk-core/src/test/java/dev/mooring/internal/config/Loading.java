package dev.mooring.internal.config;

import dev.mooring.config.Configuration;
import dev.mooring.config.ConfigurationValue;
import dev.mooring.config.LoadedConfiguration;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A machine of its own to load configurations on. */
final class Loading {
  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();
  private final Map<String, String> properties = new TreeMap<>();
  private Map<String, String> program = Map.of();

  Loading(Path folder) {
    this.folder = folder;
  }

  Loading variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Loading property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  Loading program(Map<String, String> overrides) {
    program = overrides;
    return this;
  }

  Path write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ConfigurationLoader loader() {
    return new ConfigurationLoader(
        new Surroundings(environment, properties, folder.resolve("here"), folder.resolve("home")),
        FakeProvider.all(),
        program);
  }

  LoadedConfiguration load() {
    return loader().load();
  }

  /** Parses text with every backend there. */
  static Configuration parse(String text) {
    return withAll().parse(text).configuration();
  }

  static ConfigurationLoader withAll() {
    return new ConfigurationLoader(Surroundings.none(), FakeProvider.all(), Map.of());
  }

  /** What is wrong with a text; empty when nothing is. */
  static List<Violation> violations(String text) {
    try {
      withAll().parse(text);
      return List.of();
    } catch (InvalidRequestException e) {
      return e.violations();
    }
  }

  static String value(LoadedConfiguration loaded, String key) {
    return loaded.values().stream()
        .filter(value -> value.key().equals(key))
        .map(ConfigurationValue::value)
        .findFirst()
        .orElse("(none)");
  }

  static String source(LoadedConfiguration loaded, String key) {
    return loaded.values().stream()
        .filter(value -> value.key().equals(key))
        .map(ConfigurationValue::source)
        .findFirst()
        .orElse("(none)");
  }
}
