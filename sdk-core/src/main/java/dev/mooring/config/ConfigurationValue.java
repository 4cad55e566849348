package dev.mooring.config;

import java.util.Objects;

/**
 * One value in force, and where it came from.
 *
 * @param key its path, for example {@code regions.us-central.kubernetes.namespace}
 * @param value the value, masked where it is a secret
 * @param source where it came from: a file's name, {@code environment MOORING_…}, {@code system
 *     property mooring.…}, {@code program} or {@code default}
 */
public record ConfigurationValue(String key, String value, String source) {
  /** Checks that nothing is missing. */
  public ConfigurationValue {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(source, "source");
  }
}
