package dev.mooring.kubernetes.internal.record;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record's version: which incarnation of the object, and which state of it. It also names the
 * users' labels that the state has and what its claim requests, so that a change knows without a
 * request which labels to remove, and whether it may request less.
 *
 * @param uid the object's uid
 * @param resourceVersion its resourceVersion
 * @param userLabels keys of its users' labels
 * @param requested the bytes that a claim requests; 0 for other objects
 */
public record Version(String uid, String resourceVersion, List<String> userLabels, long requested) {
  /** Copies. */
  public Version {
    userLabels = List.copyOf(userLabels);
  }

  /** The version of what requests nothing. */
  public Version(String uid, String resourceVersion, List<String> userLabels) {
    this(uid, resourceVersion, userLabels, 0);
  }

  /** The same of a claim that requests so many bytes. */
  public Version requesting(long bytes) {
    return new Version(uid, resourceVersion, userLabels, bytes);
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
    String[] parts = text.split(":", 4);
    if (parts.length < 3 || parts[0].isEmpty() || parts[1].isEmpty()) {
      return Optional.empty();
    }
    return number(parts.length < 4 ? "0" : parts[3])
        .map(
            requested ->
                new Version(
                    parts[0],
                    parts[1],
                    Arrays.stream(parts[2].split(",", -1)).filter(key -> !key.isEmpty()).toList(),
                    requested));
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return uid
        + ":"
        + resourceVersion
        + ":"
        + String.join(",", userLabels)
        + (requested == 0 ? "" : ":" + requested);
  }
}
