package dev.mooring.kubernetes.internal.adopt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.api.Json;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import java.util.Optional;

/** The requests for PersistentVolumes of adopted data. */
final class StaticVolumes {
  private static final String PATH = "api/v1/persistentvolumes";

  private final Api api;

  StaticVolumes(Api api) {
    this.api = api;
  }

  Optional<PersistentVolume> find(String name) {
    Call call = Call.get(PATH + "/" + name).saying("read", "persistentvolume " + name);
    Answer answer = api.send(call);
    if (answer.code() == 404) {
      return Optional.empty();
    }
    if (!answer.ok()) {
      throw api.error(call, answer);
    }
    return Optional.of(api.json().read(answer.body(), PersistentVolume.class));
  }

  private Call creation(PersistentVolume volume) {
    return Call.post(PATH, api.json().write(volume))
        .saying("create", "persistentvolume " + volume.getMetadata().getName());
  }

  /** Creates it, unless one of the name is there. */
  void create(PersistentVolume volume) {
    Call call = creation(volume);
    Answer answer = api.send(call);
    if (!answer.ok() && answer.code() != 409) {
      throw api.error(call, answer);
    }
  }

  /** Asks the server whether it would create it; changes nothing. */
  void tryOut(PersistentVolume volume) {
    Call call = creation(volume).with("dryRun", "All");
    Answer answer = api.send(call);
    if (!answer.ok() && answer.code() != 409) {
      throw api.error(call, answer);
    }
  }

  /**
   * Deletes exactly this object; it goes when its claim is gone.
   *
   * @return whether it did; else it changed meanwhile: look again
   */
  boolean delete(PersistentVolume volume) {
    if (volume.getMetadata().getDeletionTimestamp() != null) {
      return true;
    }
    String name = volume.getMetadata().getName();
    ObjectNode options = Json.object();
    options
        .putObject("preconditions")
        .put("uid", volume.getMetadata().getUid())
        .put("resourceVersion", volume.getMetadata().getResourceVersion());
    Call call =
        Call.delete(PATH + "/" + name, options.toString())
            .saying("delete", "persistentvolume " + name);
    Answer answer = api.send(call);
    if (!answer.ok() && answer.code() != 404 && answer.code() != 409) {
      throw api.error(call, answer);
    }
    return answer.code() != 409;
  }
}
