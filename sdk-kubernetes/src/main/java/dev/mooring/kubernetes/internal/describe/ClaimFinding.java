package dev.mooring.kubernetes.internal.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.describe.Finding;
import dev.mooring.kubernetes.internal.api.Scrub;
import java.util.ArrayList;
import java.util.List;

/** What a PersistentVolumeClaim shows. */
final class ClaimFinding {
  static final String KIND = "PersistentVolumeClaim";

  private ClaimFinding() {}

  static Finding of(JsonNode claim) {
    JsonNode spec = claim.path("spec");
    JsonNode status = claim.path("status");
    Details details =
        new Details()
            .add("namespace", claim.at("/metadata/namespace"))
            .add("phase", status.path("phase"))
            .add("requested", spec.at("/resources/requests/storage"))
            .add("capacity", status.at("/capacity/storage"))
            .add("accessModes", spec.path("accessModes"))
            .add("volumeMode", spec.path("volumeMode"))
            .add("storageClass", spec.path("storageClassName"))
            .add("volume", spec.path("volumeName"))
            .add("source", source(spec))
            .add("finalizers", claim.at("/metadata/finalizers"))
            .add("deletionTimestamp", claim.at("/metadata/deletionTimestamp"));
    return Finding.found(KIND, claim.at("/metadata/name").asText(), words(claim), details.map());
  }

  private static String source(JsonNode spec) {
    JsonNode source = spec.path("dataSource");
    return source.isObject()
        ? source.path("kind").asText() + " " + source.path("name").asText()
        : "";
  }

  private static String words(JsonNode claim) {
    List<String> words = new ArrayList<>();
    words.add(claim.at("/status/phase").asText("Pending"));
    if (claim.at("/metadata").has("deletionTimestamp")) {
      words.add("being deleted");
    }
    for (JsonNode condition : claim.at("/status/conditions")) {
      String message = condition.path("message").asText();
      words.add(
          condition.path("type").asText() + (message.isEmpty() ? "" : ": " + Scrub.of(message)));
    }
    return String.join(", ", words);
  }
}
