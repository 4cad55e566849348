package dev.mooring.cli.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.LaunchMount;
import dev.mooring.attachment.ScratchMount;
import dev.mooring.volume.AccessMode;
import java.util.Optional;

/** An applied plan. */
public final class LaunchJson {
  private LaunchJson() {}

  /** A launch. */
  public static ObjectNode of(Launch launch) {
    ObjectNode json = Json.object();
    json.set("target", AttachmentJson.of(launch.target()));
    json.put("account", launch.account())
        .put("token", launch.token())
        .put("operationId", launch.operationId().value())
        .put("graceUntil", launch.graceUntil().toString());
    json.set("mounts", Json.array(launch.mounts(), LaunchJson::of));
    json.set("scratch", Json.array(launch.scratch(), LaunchJson::of));
    return json;
  }

  private static ObjectNode of(LaunchMount mount) {
    ObjectNode json =
        Json.object()
            .put("volume", mount.volume().toString())
            .put("volumeId", mount.volumeId().value())
            .put("mountPath", mount.path().value())
            .put("readOnly", mount.readOnly())
            .put(
                "accessMode",
                Optional.ofNullable(mount.accessMode())
                    .map(AccessMode::kubernetesName)
                    .orElse(null));
    json.set("backend", Json.map(mount.backendDetails()));
    return json;
  }

  private static ObjectNode of(ScratchMount scratch) {
    return Json.object()
        .put("sizeBytes", scratch.size().bytes())
        .put("mountPath", scratch.path().value());
  }
}
