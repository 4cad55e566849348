package dev.mooring.internal.config;

import dev.mooring.config.LoadedConfiguration;
import java.nio.file.Path;
import java.util.Map;

/** Finds and reads the configuration. Immutable. */
public final class ConfigurationLoader {
  private ConfigurationLoader() {}

  /** A loader that looks at the process's environment and system properties. */
  public static ConfigurationLoader system() {
    return new ConfigurationLoader();
  }

  /** A loader that looks at nothing but what it is given. */
  public static ConfigurationLoader withoutEnvironment() {
    return new ConfigurationLoader();
  }

  /** The same, with the program's overrides of scalar keys. */
  public ConfigurationLoader overriding(Map<String, String> overrides) {
    return this;
  }

  /** Looks for a file and reads it. */
  public LoadedConfiguration load() {
    return java.util.Optional.<LoadedConfiguration>empty().orElseThrow();
  }

  /** Reads a file. */
  public LoadedConfiguration load(Path file) {
    return java.util.Optional.<LoadedConfiguration>empty().orElseThrow();
  }

  /** Reads YAML or JSON text. */
  public LoadedConfiguration parse(String yamlOrJson) {
    return java.util.Optional.<LoadedConfiguration>empty().orElseThrow();
  }
}
