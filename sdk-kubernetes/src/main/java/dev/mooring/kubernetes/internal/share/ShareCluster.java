package dev.mooring.kubernetes.internal.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.error.ConflictException;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.api.Json;
import dev.mooring.spi.ShareRecord;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.Optional;

/** The requests for a share's objects. What is none of the share's is never changed. */
final class ShareCluster {
  private static final String VOLUMES = "api/v1/persistentvolumes";
  private static final int FORBIDDEN = 403;

  private final Api api;

  ShareCluster(Api api) {
    this.api = api;
  }

  Optional<PersistentVolume> volume(String name) {
    return found(
        Call.get(VOLUMES + "/" + name).saying("read", "persistentvolume " + name),
        PersistentVolume.class);
  }

  Optional<PersistentVolumeClaim> claim(ShareRecord share) {
    return found(readClaim(share), PersistentVolumeClaim.class);
  }

  private static Call readClaim(ShareRecord share) {
    return Call.get(claims(share) + "/" + share.claim()).saying("read", words(share));
  }

  /** Whether a claim can neither be read nor is there any more, as its volume tells. */
  boolean lost(ShareRecord share, PersistentVolume volume) {
    return api.send(readClaim(share)).code() == FORBIDDEN
        && volume.getStatus() != null
        && "Released".equals(volume.getStatus().getPhase());
  }

  private <T> Optional<T> found(Call call, Class<T> type) {
    Answer answer = api.send(call);
    if (answer.code() == 404) {
      return Optional.empty();
    }
    if (!answer.ok()) {
      throw api.error(call, answer);
    }
    return Optional.of(api.json().read(answer.body(), type));
  }

  Call creation(PersistentVolume volume) {
    return Call.post(VOLUMES, api.json().write(volume))
        .saying("create", "persistentvolume " + volume.getMetadata().getName());
  }

  Call creation(ShareRecord share, PersistentVolumeClaim claim) {
    return Call.post(claims(share), api.json().write(claim)).saying("create", words(share));
  }

  /** Creates, unless something of the name is there. */
  void create(Call creation) {
    Answer answer = api.send(creation);
    if (!answer.ok() && !exists(answer)) {
      throw api.error(creation, answer);
    }
  }

  /** What the server would answer to a creation; it changes nothing. */
  Answer tried(Call creation) {
    Call dry = creation.with("dryRun", "All");
    Answer answer = api.send(dry);
    boolean cannotTry = answer.code() == 400 && answer.body().contains("dry run");
    if (!answer.ok() && !exists(answer) && answer.code() != 404 && !cannotTry) {
      throw api.error(dry, answer);
    }
    return answer;
  }

  static boolean exists(Answer answer) {
    return answer.code() == 409 && answer.body().contains("AlreadyExists");
  }

  /** Deletes exactly this object; one that is gone is no error. */
  void delete(PersistentVolume volume) {
    delete(VOLUMES, "persistentvolume " + volume.getMetadata().getName(), volume);
  }

  void delete(ShareRecord share, PersistentVolumeClaim claim) {
    delete(claims(share), words(share), claim);
  }

  private void delete(String collection, String words, HasMetadata object) {
    if (object.getMetadata().getDeletionTimestamp() != null) {
      return;
    }
    ObjectNode options = Json.object();
    options.putObject("preconditions").put("uid", object.getMetadata().getUid());
    Call call =
        Call.delete(collection + "/" + object.getMetadata().getName(), options.toString())
            .saying("delete", words);
    Answer answer = api.send(call);
    if (!answer.ok() && answer.code() != 404 && answer.code() != 409) {
      throw api.error(call, answer);
    }
  }

  ConflictException taken(String words) {
    return new ConflictException(
        api.errors()
            .problem("share", words)
            .because("something of this name is there that was not made for the share")
            .hint("choose another claim name"));
  }

  static String words(ShareRecord share) {
    return "persistentvolumeclaim " + share.place();
  }

  private static String claims(ShareRecord share) {
    return "api/v1/namespaces/" + share.namespace() + "/persistentvolumeclaims";
  }
}
