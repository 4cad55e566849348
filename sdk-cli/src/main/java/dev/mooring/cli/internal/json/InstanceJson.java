package dev.mooring.cli.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.instance.Instance;
import dev.mooring.volume.StatusReason;

/** An instance. */
public final class InstanceJson {
  private InstanceJson() {}

  /** An instance. */
  public static ObjectNode of(Instance instance) {
    ObjectNode json =
        Json.object()
            .put("name", instance.name())
            .put("region", instance.region())
            .put("state", instance.state().name())
            .put("reason", Json.text(instance.reason().map(StatusReason::reason)))
            .put("raw", instance.reason().map(StatusReason::raw).orElse(null))
            .put("startedAt", instance.startedAt().toString());
    json.set("target", AttachmentJson.of(instance.target()));
    return json;
  }
}
