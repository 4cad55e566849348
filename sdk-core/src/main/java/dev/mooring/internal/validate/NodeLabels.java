package dev.mooring.internal.validate;

import java.util.Map;
import java.util.regex.Pattern;

/** Labels of nodes: as labels, but their keys may have a prefix ({@code topology.k8s.io/zone}). */
final class NodeLabels {
  private static final Pattern PREFIX = Pattern.compile("[a-z0-9][a-z0-9.-]{0,252}");

  private NodeLabels() {}

  static void check(Violations violations, String field, Map<String, String> labels) {
    labels.forEach(
        (key, value) -> {
          int slash = key.indexOf('/');
          boolean prefixed = slash < 0 || PREFIX.matcher(key.substring(0, slash)).matches();
          if (!prefixed || !LabelsCheck.valid(key.substring(slash + 1))) {
            violations.add(field, Shown.of(key) + " is no key of a node label");
          }
          if (!value.isEmpty() && !LabelsCheck.valid(value)) {
            violations.add(field, Shown.of(value) + " is no value of a node label");
          }
        });
  }
}
