package dev.mooring.cli.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeHealth;
import dev.mooring.volume.VolumeUsage;
import org.jspecify.annotations.Nullable;

/** Health and use of a volume. */
public final class ConditionJson {
  private ConditionJson() {}

  /** Fills {@code usedBytes}, {@code usage} and {@code health} of a volume's document. */
  public static ObjectNode addTo(
      ObjectNode volume, VolumeHealth health, @Nullable VolumeUsage usage) {
    volume.put("usedBytes", usage == null ? null : (Long) usage.used().bytes());
    volume.set("usage", usage == null ? null : of(usage));
    volume.set("health", of(health));
    return volume;
  }

  private static ObjectNode of(VolumeUsage usage) {
    return Json.object()
        .put("usedBytes", usage.used().bytes())
        .put("totalBytes", usage.totalIfKnown().map(Capacity::bytes).orElse(null))
        .put("usedInodes", usage.usedInodes())
        .put("totalInodes", usage.totalInodes())
        .put("sampledAt", usage.sampledAt().toString());
  }

  private static ObjectNode of(VolumeHealth health) {
    StatusReason reason = health.reason();
    ObjectNode json =
        Json.object()
            .put("state", health.state().name())
            .put("reason", reason == null ? null : reason.reason().name())
            .put("detail", reason == null ? null : reason.raw())
            .put("since", reason == null ? null : reason.since().toString())
            .put("hint", reason == null ? null : reason.hint())
            .put("checkedAt", health.checkedAt().toString());
    json.set("unseen", Json.texts(health.unseen()));
    return json;
  }
}
