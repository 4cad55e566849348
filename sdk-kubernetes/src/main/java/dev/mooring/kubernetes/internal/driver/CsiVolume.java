package dev.mooring.kubernetes.internal.driver;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A volume as its PersistentVolume tells it to the driver.
 *
 * @param handle its handle
 * @param attributes its attributes
 */
public record CsiVolume(String handle, Map<String, String> attributes) {
  /** Copies. */
  public CsiVolume {
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  /** An attribute; empty when it has none. */
  public String get(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }
}
