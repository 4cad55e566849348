package dev.mooring.kubernetes.internal.attach;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.attachment.TargetKind;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.spi.Presence;
import dev.mooring.spi.TargetRecord;

/** Targets that live as long as an object of the cluster does, also when it is scaled to zero. */
final class Workloads {
  private final Place place;

  Workloads(Place place) {
    this.place = place;
  }

  /** Whether a workload's object is there, and still the one that was first seen. */
  Presence presence(TargetRecord record) {
    String noun = noun(record.target().kind()) + " " + record.target().name();
    Api api = place.api();
    Call call =
        Call.get(collection(record.target().kind()) + "/" + record.target().name())
            .saying("read", noun);
    Answer answer = api.send(call);
    if (answer.code() == 404) {
      return new Presence(false, null, noun + " does not exist");
    }
    if (!answer.ok()) {
      throw api.error(call, answer);
    }
    JsonNode object = api.json().tree(answer.body());
    String uid = object.path("metadata").path("uid").asText();
    if (record.ownerUid() != null && !record.ownerUid().equals(uid)) {
      return new Presence(false, uid, noun + " is another one of the same name");
    }
    JsonNode replicas = object.path("spec").path("replicas");
    return new Presence(
        true, uid, noun + (replicas.isInt() ? " with " + replicas.asInt() + " replicas" : ""));
  }

  private String collection(TargetKind kind) {
    return kind == TargetKind.JOB
        ? place.group("batch/v1", "jobs")
        : place.group("apps/v1", noun(kind) + "s");
  }

  /** Inference services are Deployments, multi-node clusters are StatefulSets. */
  private static String noun(TargetKind kind) {
    return switch (kind) {
      case JOB -> "job";
      case CLUSTER, STATEFULSET -> "statefulset";
      case INSTANCE, INFERENCE, DEPLOYMENT -> "deployment";
    };
  }
}
