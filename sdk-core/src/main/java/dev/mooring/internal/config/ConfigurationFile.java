package dev.mooring.internal.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for the configuration file. */
final class ConfigurationFile {
  private ConfigurationFile() {}

  /**
   * {@code $MOORING_CONFIG}, whether it exists or not; else {@code ./mooring.yaml}, else {@code
   * ~/.config/mooring/mooring.yaml}, where they exist; else none.
   */
  static Optional<Path> find(Surroundings surroundings) {
    Optional<Path> named = surroundings.variable("MOORING_CONFIG").map(Path::of);
    return named.isPresent()
        ? named
        : Stream.of(
                surroundings.folder().resolve("mooring.yaml"),
                surroundings.home().resolve(".config/mooring/mooring.yaml"))
            .filter(Files::exists)
            .findFirst();
  }
}
