package dev.mooring.internal.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What surrounds the program.
 *
 * @param environment environment variables
 * @param properties system properties
 * @param folder the working directory
 * @param home the user's home directory
 */
record Surroundings(
    Map<String, String> environment, Map<String, String> properties, Path folder, Path home) {
  Surroundings {
    environment = Map.copyOf(environment);
    properties = Map.copyOf(properties);
  }

  /** Those of this process. */
  static Surroundings system() {
    Map<String, String> properties = new LinkedHashMap<>();
    System.getProperties()
        .stringPropertyNames()
        .forEach(key -> properties.put(key, System.getProperty(key, "")));
    return new Surroundings(System.getenv(), properties, Path.of(""), userHome());
  }

  /** Those of this process, without its variables and properties. */
  static Surroundings none() {
    return new Surroundings(Map.of(), Map.of(), Path.of(""), userHome());
  }

  /** A variable that is set and not blank. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** Where the embedded default lives: {@code $MOORING_HOME}, else {@code ~/.mooring}. */
  Path mooringHome() {
    return variable("MOORING_HOME").map(Path::of).orElseGet(() -> home.resolve(".mooring"));
  }

  private static Path userHome() {
    return Path.of(System.getProperty("user.home", ""));
  }
}
