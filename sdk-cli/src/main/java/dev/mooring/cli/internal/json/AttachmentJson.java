package dev.mooring.cli.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.attachment.Attachment;
import dev.mooring.attachment.Target;
import dev.mooring.volume.StatusReason;

/** An attachment, and the target that it names. */
public final class AttachmentJson {
  private AttachmentJson() {}

  /** An attachment. */
  public static ObjectNode of(Attachment attachment) {
    ObjectNode json = Json.object();
    json.put("volume", attachment.volume().toString());
    json.set("target", of(attachment.target()));
    return json.put("mountPath", attachment.path().value())
        .put("readOnly", attachment.readOnly())
        .put("since", attachment.since().toString())
        .put("live", attachment.live())
        .put("state", attachment.state().name())
        .put("volumeId", attachment.volumeId().value())
        .put("reason", Json.text(attachment.reasonIfSet().map(StatusReason::reason)))
        .put("detail", attachment.reasonIfSet().map(StatusReason::raw).orElse(null))
        .put("hint", attachment.reasonIfSet().map(StatusReason::hint).orElse(null));
  }

  /** A target. */
  public static ObjectNode of(Target target) {
    return Json.object()
        .put("kind", target.kind().word())
        .put("name", target.name())
        .put("namespace", target.namespace())
        .put("region", target.region());
  }
}
