package dev.mooring.kubernetes.internal.record;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A record's version: which incarnation of the object, and which state of it. It also names the
 * users' labels that the state has, so that a change knows without a request which ones to remove.
 *
 * @param uid the object's uid
 * @param resourceVersion its resourceVersion
 * @param userLabels keys of its users' labels
 */
public record Version(String uid, String resourceVersion, List<String> userLabels) {
  /** Copies. */
  public Version {
    userLabels = List.copyOf(userLabels);
  }

  /** The version of an object. */
  public static Version of(HasMetadata object) {
    ObjectMeta meta = object.getMetadata();
    Map<String, String> labels = meta.getLabels() == null ? Map.of() : meta.getLabels();
    return new Version(
        meta.getUid(),
        meta.getResourceVersion(),
        labels.keySet().stream()
            .filter(key -> key.startsWith(Marks.USER_PREFIX))
            .map(key -> key.substring(Marks.USER_PREFIX.length()))
            .sorted()
            .toList());
  }

  /** Reads what {@link #toString} writes; empty for a record that was never stored. */
  public static Optional<Version> parse(String text) {
    String[] parts = text.split(":", 3);
    return parts.length < 3 || parts[0].isEmpty() || parts[1].isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Version(
                parts[0],
                parts[1],
                Arrays.stream(parts[2].split(",", -1)).filter(key -> !key.isEmpty()).toList()));
  }

  @Override
  public String toString() {
    return userLabels.stream()
        .collect(Collectors.joining(",", uid + ":" + resourceVersion + ":", ""));
  }
}
