package dev.mooring.kubernetes.internal.classes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.error.Violation;
import java.util.List;

/**
 * One object that a class needs.
 *
 * @param resource what it is, for people
 * @param path the path of its collection
 * @param name its name
 * @param wanted the object
 */
record Step(String resource, String path, String name, ObjectNode wanted) {
  /** What there is to do. */
  sealed interface ToDo {}

  /** It is missing: create it. */
  record Create() implements ToDo {}

  /** It is there and as it should be. */
  record Nothing() implements ToDo {}

  /** It is ours and has other values: replace it by this. */
  record Replace(JsonNode object) implements ToDo {}

  /** It is there and differs, and must stay. */
  record Refuse(List<Violation> violations) implements ToDo {
    /** Copies. */
    Refuse {
      violations = List.copyOf(violations);
    }
  }

  /** The cluster has no such kind of object. */
  record NoSuchKind() implements ToDo {}
}
