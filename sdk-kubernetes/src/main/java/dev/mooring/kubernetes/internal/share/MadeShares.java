package dev.mooring.kubernetes.internal.share;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.filesystem.ShareState;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.kubernetes.internal.record.Times;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationType;
import dev.mooring.spi.Index;
import dev.mooring.spi.ShareRecord;
import dev.mooring.spi.Sharing.MadeShare;
import dev.mooring.volume.VolumeKind;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The PersistentVolumes of a place's shares, whoever made them. */
final class MadeShares {
  private static final String LIMIT = "250";

  private MadeShares() {}

  static List<MadeShare> of(Place place) {
    Api api = place.api();
    String selector =
        Marks.selector(Marks.labels(Map.of(Index.ACCOUNT, place.account()))) + "," + Marks.SHARE;
    List<MadeShare> made = new ArrayList<>();
    String next = "";
    do {
      Call call =
          Call.get("api/v1/persistentvolumes")
              .with("labelSelector", selector)
              .with("limit", LIMIT)
              .with("continue", next.isEmpty() ? null : next)
              .saying("list", "persistentvolumes");
      Answer answer = api.send(call);
      if (!answer.ok()) {
        throw api.error(call, answer);
      }
      JsonNode list = api.json().tree(answer.body());
      for (JsonNode item : list.path("items")) {
        read(place, api.json().read(item, PersistentVolume.class)).ifPresent(made::add);
      }
      next = list.path("metadata").path("continue").asText();
    } while (!next.isEmpty());
    return made;
  }

  /** What is of another account, region or namespace is another client's. */
  private static Optional<MadeShare> read(Place place, PersistentVolume volume) {
    String id = Marks.label(volume, Marks.SHARE);
    String key = Marks.annotation(volume, Marks.SHARE_KEY);
    ObjectReference claim = volume.getSpec().getClaimRef();
    if (id == null
        || key == null
        || claim == null
        || !ShareRecord.isId(id)
        || !Marks.isOf(volume, place.account())
        || !place.namespace().equals(Marks.annotation(volume, Marks.SHARE_HOME))
        || !place.region().equals(Marks.annotation(volume, Marks.REGION))) {
      return Optional.empty();
    }
    OperationId operation =
        OperationId.random(
            place.region(), VolumeKind.FILESYSTEM.word(), key, OperationType.UNSHARE);
    ShareRecord share =
        new ShareRecord(
            id,
            claim.getNamespace(),
            claim.getName(),
            false,
            ShareState.REVOKING,
            Times.of(volume.getMetadata().getCreationTimestamp()),
            operation);
    return ShareObjects.isOf(volume, share)
        ? Optional.of(new MadeShare(key, share))
        : Optional.empty();
  }
}
