package dev.mooring.kubernetes.internal.driver;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a PersistentVolume describes a volume that is there already.
 *
 * @param handle what its handle is, for people
 * @param attributes its attributes
 * @param secretKeys what the Secret of its nodes holds; none when it needs none
 * @param lacks what cannot be done with it, for people; empty when nothing
 */
public record StaticForm(
    String handle, List<Field> attributes, List<String> secretKeys, String lacks) {
  /** Copies. */
  public StaticForm {
    attributes = List.copyOf(attributes);
    secretKeys = List.copyOf(secretKeys);
  }

  /** All of it in words. */
  public String words() {
    StringBuilder words = new StringBuilder("handle ").append(handle);
    append(
        words,
        "attributes",
        attributes.stream()
            .map(a -> "`" + a.name() + "`" + (a.required() ? "" : " (optional)"))
            .collect(Collectors.joining(", ")));
    append(
        words,
        "node Secret",
        secretKeys.stream().map(k -> "`" + k + "`").collect(Collectors.joining(", ")));
    append(words, "no", lacks);
    return words.toString();
  }

  private static void append(StringBuilder words, String what, String text) {
    if (!text.isEmpty()) {
      words.append("; ").append(what).append(' ').append(text);
    }
  }
}
