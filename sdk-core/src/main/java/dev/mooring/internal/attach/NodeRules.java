package dev.mooring.internal.attach;

import dev.mooring.internal.validate.Violations;
import dev.mooring.operation.Change;
import dev.mooring.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** On which nodes a target can run: those that the profiles of all its volumes are for. */
final class NodeRules {
  private final Map<String, Rule> rules = new TreeMap<>();
  private final List<String> resources = new ArrayList<>();

  /** A label's value, and the volume that asks for it. */
  private record Rule(String value, String resource) {}

  /** Adds a volume; no node can have two values of one label. */
  void add(Violations violations, String field, String resource, Optional<Profile> profile) {
    Map<String, String> selector = profile.map(Profile::nodeSelector).orElse(Map.of());
    new TreeMap<>(selector)
        .forEach(
            (key, value) -> {
              Rule before = rules.putIfAbsent(key, new Rule(value, resource));
              if (before != null && !before.value.equals(value)) {
                violations.add(
                    field,
                    resource
                        + " is for nodes with "
                        + key
                        + "="
                        + value
                        + ", but "
                        + before.resource
                        + " for those with "
                        + key
                        + "="
                        + before.value
                        + ": no node has both");
              }
            });
    if (!selector.isEmpty()) {
      resources.add(resource);
    }
  }

  /** What a plan tells: empty when any node will do. */
  Optional<Change> change(String target) {
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    String labels =
        rules.entrySet().stream()
            .map(rule -> rule.getKey() + "=" + rule.getValue().value)
            .collect(Collectors.joining(", "));
    return Optional.of(
        new Change(
            "place", target, "on nodes with " + labels + ", for " + String.join(", ", resources)));
  }
}
