package dev.mooring.kubernetes.internal.attach;

import dev.mooring.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The labels that a pod's node must have, gathered from several volumes. Not thread-safe. */
public final class NodeSelector {
  private final Map<String, String> labels = new TreeMap<>();
  private final List<Violation> violations = new ArrayList<>();

  /** Adds what a volume needs; what no node can have becomes a violation. */
  public void add(String volume, Map<String, String> selector) {
    selector.forEach(
        (key, value) -> {
          String before = labels.putIfAbsent(key, value);
          if (before != null && !before.equals(value)) {
            violations.add(
                Violation.of(
                    "mounts",
                    volume
                        + " is for nodes with "
                        + key
                        + "="
                        + value
                        + ", another volume for those with "
                        + key
                        + "="
                        + before));
          }
        });
  }

  /** The labels. */
  public Map<String, String> labels() {
    return labels;
  }

  /** What no node can have. */
  public List<Violation> violations() {
    return violations;
  }
}
