package dev.mooring.kubernetes.internal.classes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.error.ErrorCode;
import dev.mooring.error.Violation;
import dev.mooring.kubernetes.internal.record.Marks;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Compares a Secret that is there with the values that it should have. Shows none of them. */
final class Secrets {
  private Secrets() {}

  /** Only a Secret that we made gets new values; its other keys stay. */
  static Step.ToDo compare(Step step, JsonNode found) {
    ObjectNode changed = found.deepCopy();
    ObjectNode data =
        changed.path("data").isObject()
            ? (ObjectNode) changed.get("data")
            : changed.putObject("data");
    boolean same = true;
    for (Map.Entry<String, String> entry :
        ClassReader.strings(step.wanted().path("stringData")).entrySet()) {
      String encoded =
          Base64.getEncoder().encodeToString(entry.getValue().getBytes(StandardCharsets.UTF_8));
      same &= encoded.equals(data.path(entry.getKey()).asText());
      data.put(entry.getKey(), encoded);
    }
    if (same) {
      return new Step.Nothing();
    }
    boolean ours =
        found.path("metadata").path("labels").path(Marks.MANAGED_BY).asText().equals(Marks.MOORING);
    return ours
        ? new Step.Replace(changed)
        : new Step.Refuse(
            List.of(
                Violation.of(
                        step.resource(),
                        "is there with other values, and Mooring has not made it; name it without"
                            + " values to use it as it is, or choose another name")
                    .as(ErrorCode.CONFLICT)));
  }
}
