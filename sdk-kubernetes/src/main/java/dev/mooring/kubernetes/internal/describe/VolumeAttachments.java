package dev.mooring.kubernetes.internal.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.describe.Finding;
import dev.mooring.kubernetes.internal.api.Scrub;
import java.util.List;

/** To which nodes a PersistentVolume is attached, or should be. */
final class VolumeAttachments {
  private static final String KIND = "VolumeAttachment";

  private VolumeAttachments() {}

  static void add(Reading reading, String volume, List<Finding> findings) {
    Reading.Read all =
        reading.all("apis/storage.k8s.io/v1/volumeattachments", "volume attachments");
    if (all.refused()) {
      findings.add(
          Finding.unreadable(
              KIND, "", "this client may not list them: bind deploy/clusterrole-read.yaml"));
      return;
    }
    all.items().stream()
        .filter(item -> volume.equals(item.at("/spec/source/persistentVolumeName").asText()))
        .map(VolumeAttachments::of)
        .forEach(findings::add);
  }

  private static Finding of(JsonNode item) {
    JsonNode status = item.path("status");
    String node = item.at("/spec/nodeName").asText();
    String error =
        status.at("/attachError/message").asText() + status.at("/detachError/message").asText();
    boolean leaving = item.path("metadata").has("deletionTimestamp");
    String state =
        status.path("attached").asBoolean()
            ? leaving ? "being detached from " : "attached to "
            : "not attached yet to ";
    Details details =
        new Details()
            .add("node", node)
            .add("attached", status.path("attached"))
            .add("attacher", item.at("/spec/attacher"))
            .add("since", item.at("/metadata/creationTimestamp"));
    return Finding.found(
        KIND,
        item.at("/metadata/name").asText(),
        state + node + (error.isEmpty() ? "" : ": " + Scrub.of(error)),
        details.map());
  }
}
