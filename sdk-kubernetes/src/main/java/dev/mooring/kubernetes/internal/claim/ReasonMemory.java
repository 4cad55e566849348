package dev.mooring.kubernetes.internal.claim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.api.Json;
import dev.mooring.kubernetes.internal.reason.LastReason;
import dev.mooring.kubernetes.internal.reason.Why;
import dev.mooring.kubernetes.internal.record.Marks;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;

/**
 * Writes down, once and on the claim itself, why a claim cannot get better: its event is gone in an
 * hour. A help, not a duty: whoever may not write, or is late, lets it be.
 */
final class ReasonMemory {
  private final Api api;
  private final String path;

  ReasonMemory(Api api, String path) {
    this.api = api;
    this.path = path;
  }

  /** Keeps a reason; returns the claim as it is then. */
  PersistentVolumeClaim keep(PersistentVolumeClaim claim, Why why) {
    String known = Marks.annotation(claim, Marks.LAST_REASON);
    if (!why.permanent() || LastReason.says(api.json(), known, why)) {
      return claim;
    }
    ObjectNode patch = Json.object();
    ObjectNode meta = patch.putObject("metadata");
    meta.put("resourceVersion", claim.getMetadata().getResourceVersion());
    meta.putObject("annotations").put(Marks.LAST_REASON, LastReason.write(why));
    String name = claim.getMetadata().getName();
    Call call =
        Call.mergePatch(path + "/" + name, patch.toString())
            .saying("note the reason of", "persistentvolumeclaim " + name);
    Answer answer = api.send(call);
    return answer.ok() ? api.json().read(answer.body(), PersistentVolumeClaim.class) : claim;
  }
}
