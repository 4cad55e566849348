package dev.mooring.kubernetes.internal.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.describe.Finding;
import dev.mooring.kubernetes.internal.api.Scrub;

/** What a PersistentVolume shows. */
final class VolumeFinding {
  static final String KIND = "PersistentVolume";

  private VolumeFinding() {}

  static Finding of(JsonNode volume) {
    JsonNode spec = volume.path("spec");
    Details details =
        new Details()
            .add("phase", volume.at("/status/phase"))
            .add("capacity", spec.at("/capacity/storage"))
            .add("driver", spec.at("/csi/driver"))
            .add("handle", spec.at("/csi/volumeHandle"))
            .add("reclaimPolicy", spec.path("persistentVolumeReclaimPolicy"))
            .add("nodes", nodes(spec.at("/nodeAffinity/required/nodeSelectorTerms")));
    String message = volume.at("/status/message").asText();
    String words =
        volume.at("/status/phase").asText()
            + (message.isEmpty() ? "" : ": " + Scrub.of(message))
            + ", "
            + fate(spec.path("persistentVolumeReclaimPolicy").asText());
    return Finding.found(KIND, volume.at("/metadata/name").asText(), words, details.map());
  }

  private static String fate(String policy) {
    return policy.equals("Delete")
        ? "its bytes go with the claim"
        : "its bytes stay when the claim is deleted (" + policy + ")";
  }

  /** The labels of the nodes that can reach it, for example {@code zone in a, b}. */
  private static String nodes(JsonNode terms) {
    StringBuilder words = new StringBuilder();
    for (JsonNode term : terms) {
      if (!words.isEmpty()) {
        words.append(" or ");
      }
      String and = "";
      for (JsonNode expression : term.path("matchExpressions")) {
        words.append(and).append(expression.path("key").asText());
        words.append(" in ");
        String comma = "";
        for (JsonNode value : expression.path("values")) {
          words.append(comma).append(value.asText());
          comma = ", ";
        }
        and = " and ";
      }
    }
    return words.toString();
  }
}
