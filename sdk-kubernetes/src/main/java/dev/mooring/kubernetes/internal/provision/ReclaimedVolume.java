package dev.mooring.kubernetes.internal.provision;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.api.Scrub;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.spi.Remains;
import dev.mooring.spi.VolumeRecord;

/** What becomes of a claim's PersistentVolume, which has the bytes, by its reclaim policy. */
final class ReclaimedVolume {
  private final Place place;

  ReclaimedVolume(Place place) {
    this.place = place;
  }

  /** Of a claim that is there or was. One that is bound to nothing has no bytes. */
  Remains of(VolumeRecord record) {
    String name = record.provisioned().details().get("persistentVolume");
    if (name == null) {
      return Remains.nothing();
    }
    Call call =
        Call.get("api/v1/persistentvolumes/" + name).saying("read", "persistentvolume " + name);
    Answer answer = place.api().send(call);
    return switch (answer.code()) {
      case 404 -> Remains.nothing();
      case 403 ->
          Remains.unknown(
              "this client may not read PersistentVolume "
                  + name
                  + ": bind deploy/clusterrole-read.yaml");
      default -> {
        if (!answer.ok()) {
          throw place.api().error(call, answer);
        }
        yield of(record, place.api().json().tree(answer.body()));
      }
    };
  }

  private Remains of(VolumeRecord record, JsonNode volume) {
    JsonNode claim = volume.at("/spec/claimRef");
    if (claim.isObject()
        && !(claim.path("name").asText().equals(record.key())
            && claim.path("namespace").asText().equals(place.namespace()))) {
      // An administrator gave it to somebody else.
      return Remains.nothing();
    }
    String policy = volume.at("/spec/persistentVolumeReclaimPolicy").asText();
    String phase = volume.at("/status/phase").asText();
    String message = Scrub.of(volume.at("/status/message").asText());
    String which = "PersistentVolume " + volume.at("/metadata/name").asText();
    String words =
        "reclaim policy "
            + policy
            + (phase.equals("Bound") || phase.isEmpty() ? "" : ", " + phase)
            + (message.isEmpty() ? "" : ": " + message);
    return policy.equals("Delete")
        ? new Remains(Remains.Fate.GOING, which, words)
        : new Remains(
            Remains.Fate.STAYING,
            which,
            words + "; the audit lists it until an administrator deletes it");
  }
}
