package dev.mooring.config;

import dev.mooring.internal.config.ConfigurationLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A configuration with the story of its values.
 *
 * @param configuration the configuration
 * @param values every value in force and where it came from, secrets masked, in the file's order
 */
public record LoadedConfiguration(Configuration configuration, List<ConfigurationValue> values) {
  /** Copies. */
  public LoadedConfiguration {
    Objects.requireNonNull(configuration, "configuration");
    values = List.copyOf(values);
  }

  /**
   * Loads as {@link Configuration#load()} does, with the program's own overrides before all else.
   *
   * @param file the file, or empty to look for it
   * @param overrides scalar keys by path, for example {@code account} or {@code timeouts.wait}
   * @throws dev.mooring.error.InvalidRequestException with every mistake, and for an override that
   *     is no key
   */
  public static LoadedConfiguration load(Optional<Path> file, Map<String, String> overrides) {
    ConfigurationLoader loader = ConfigurationLoader.system().overriding(overrides);
    return file.isPresent() ? loader.load(file.get()) : loader.load();
  }
}
