package dev.mooring.cli.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.attachment.Attachment;
import dev.mooring.sized.SizedVolume;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.StatusReason;
import dev.mooring.volume.Volume;
import java.util.List;

/** A volume. */
public final class VolumeJson {
  private VolumeJson() {}

  /**
   * A drive or a filesystem with its attachments. Its health and use are asked for apart, and null
   * here: see {@link ConditionJson}.
   */
  public static ObjectNode of(SizedVolume<?> volume) {
    return of(volume, volume.attachments())
        .put("accessMode", volume.accessMode().map(AccessMode::kubernetesName).orElse(null))
        .put("source", Json.text(volume.source()))
        .put("restorableUntil", Json.text(volume.restorableUntil()))
        .put("protected", volume.isProtected())
        .put("protectedSince", Json.text(volume.protectedSince()))
        .put("adopted", volume.adopted())
        .putNull("usage")
        .putNull("health");
  }

  private static ObjectNode of(Volume volume, List<Attachment> attachments) {
    ObjectNode json =
        Json.object()
            .put("id", volume.id().value())
            .put("kind", volume.kind().word())
            .put("name", volume.name())
            .put("account", volume.account())
            .put("owner", volume.owner().toString())
            .put("region", volume.region())
            .put("profile", volume.profile())
            .put("sizeBytes", volume.requestedSize().map(Capacity::bytes).orElse(null))
            .put("capacityBytes", volume.capacity().map(Capacity::bytes).orElse(null))
            .putNull("usedBytes")
            .put("status", volume.status().name())
            .put("statusReason", Json.text(volume.statusReason().map(StatusReason::reason)))
            .put("since", volume.since().toString())
            .put("description", volume.description().orElse(null))
            .put("defaultMountPath", Json.text(volume.defaultMountPath()));
    json.set("attachments", Json.array(attachments, AttachmentJson::of));
    json.put("suspended", volume.suspended());
    json.set("labels", Json.map(volume.labels().entries()));
    json.put("createdAt", volume.createdAt().toString());
    json.set("backend", Json.map(volume.backendDetails()));
    return json.put("provisioning", volume.provisioning().name())
        .put("statusDetail", volume.statusReason().map(StatusReason::raw).orElse(null))
        .put("hint", volume.statusReason().map(StatusReason::hint).orElse(null))
        .put("enforcement", volume.enforcement().name());
  }
}
