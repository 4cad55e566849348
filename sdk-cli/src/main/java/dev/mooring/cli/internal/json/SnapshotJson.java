package dev.mooring.cli.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.volume.StatusReason;

/** A snapshot. */
public final class SnapshotJson {
  private SnapshotJson() {}

  /** A snapshot. */
  public static ObjectNode of(Snapshot snapshot) {
    ObjectNode json =
        Json.object()
            .put("id", snapshot.id().value())
            .put("name", snapshot.name())
            .put("volume", snapshot.volume().toString())
            .put("volumeId", snapshot.volumeId().value())
            .put("account", snapshot.account())
            .put("owner", snapshot.owner().toString())
            .put("region", snapshot.region())
            .put("profile", snapshot.profile())
            .put("sizeBytes", snapshot.size().bytes())
            .put("status", snapshot.status().name())
            .put("statusReason", Json.text(snapshot.statusReason().map(StatusReason::reason)))
            .put("statusDetail", snapshot.statusReason().map(StatusReason::raw).orElse(null))
            .put("hint", snapshot.statusReason().map(StatusReason::hint).orElse(null))
            .put("since", snapshot.since().toString())
            .put("createdAt", snapshot.createdAt().toString())
            .put("scheduledAt", snapshot.scheduledAt().map(Object::toString).orElse(null));
    json.set("backend", Json.map(snapshot.backendDetails()));
    return json;
  }
}
