package dev.mooring.kubernetes.internal.classes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Where a class that is there is not as it is described. */
final class Difference {
  /** What may be left out of an object, and what it means then. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "reclaimPolicy", "Delete",
          "volumeBindingMode", "Immediate",
          "allowVolumeExpansion", "false");

  private Difference() {}

  /** Of the fields of a class or snapshot class, all of which are for ever but their metadata. */
  static List<Violation> of(String resource, JsonNode wanted, JsonNode found) {
    List<Violation> violations = new ArrayList<>();
    for (String field :
        List.of(
            "provisioner",
            "driver",
            "reclaimPolicy",
            "deletionPolicy",
            "volumeBindingMode",
            "allowVolumeExpansion",
            "mountOptions")) {
      differ(violations, resource, field, value(wanted, field), value(found, field));
    }
    Map<String, String> ours = ClassReader.strings(wanted.path("parameters"));
    Map<String, String> theirs = ClassReader.strings(found.path("parameters"));
    TreeSet<String> names = new TreeSet<>(ours.keySet());
    names.addAll(theirs.keySet());
    for (String name : names) {
      differ(
          violations,
          resource,
          "parameters." + name,
          ours.getOrDefault(name, ""),
          theirs.getOrDefault(name, ""));
    }
    return violations;
  }

  private static String value(JsonNode object, String field) {
    JsonNode value = object.path(field);
    boolean absent =
        value.isMissingNode() || value.isNull() || (value.isArray() && value.isEmpty());
    if (absent) {
      return DEFAULTS.getOrDefault(field, "");
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }

  private static void differ(
      List<Violation> violations, String resource, String field, String ours, String theirs) {
    if (!Objects.equals(ours, theirs)) {
      violations.add(
          Violation.of(
                  field,
                  "is "
                      + shown(theirs)
                      + " in the "
                      + resource
                      + " that is there, not "
                      + shown(ours)
                      + ", and cannot be changed; choose another name")
              .as(ErrorCode.CONFLICT));
    }
  }

  private static String shown(String value) {
    return value.isEmpty() ? "not set" : "'" + value + "'";
  }
}
