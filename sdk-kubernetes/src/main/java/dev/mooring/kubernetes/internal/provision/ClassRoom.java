package dev.mooring.kubernetes.internal.provision;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.profile.Obstacle;
import dev.mooring.profile.Profile;
import dev.mooring.volume.Capacity;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much room storage classes have, as CSIStorageCapacity objects tell. Asked only of drivers
 * that say they publish them; a class without any has no room anywhere. What this client may not
 * read stands against nothing. Thread-safe.
 */
public final class ClassRoom {
  private final Api api;
  private final Recent<Optional<List<Segment>>> segments;

  /** Room for a class on some nodes. */
  private record Segment(String className, NodeTerms nodes, long largest) {}

  /** The room of a cluster. */
  public ClassRoom(Api api, Clock clock) {
    this.api = api;
    this.segments = new Recent<>(clock, this::read);
  }

  /** Why the smallest volume of a profile has no room; empty when it has, or nobody knows. */
  Optional<Obstacle> against(ClassInfo info, Profile profile) {
    Optional<List<Segment>> known = segments.get();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    NodeTerms wanted = NodeTerms.of(profile.nodeSelector());
    long largest =
        known.get().stream()
            .filter(segment -> segment.className.equals(info.name()))
            .filter(segment -> segment.nodes.meets(wanted))
            .mapToLong(Segment::largest)
            .max()
            .orElse(0);
    return largest >= profile.minSize().bytes()
        ? Optional.empty()
        : Optional.of(
            new Obstacle(
                Obstacle.Cause.NO_CAPACITY,
                "the storage class "
                    + info.name()
                    + " has room for "
                    + (largest == 0 ? "nothing" : Capacity.ofBytes(largest) + " at most")
                    + (wanted.terms().isEmpty() ? "" : " on nodes with " + wanted)
                    + ", and the smallest volume of the profile "
                    + profile.name()
                    + " is "
                    + profile.minSize()
                    + " (CSIStorageCapacity)"));
  }

  private Optional<List<Segment>> read() {
    Call call =
        Call.get("apis/storage.k8s.io/v1/csistoragecapacities")
            .saying("list", "storage capacities");
    Answer answer = api.send(call);
    if (answer.code() == 403) {
      return Optional.empty();
    }
    if (!answer.ok()) {
      throw api.error(call, answer);
    }
    List<Segment> all = new ArrayList<>();
    for (JsonNode object : api.json().tree(answer.body()).path("items")) {
      JsonNode most = object.path("maximumVolumeSize");
      String room = (most.isMissingNode() ? object.path("capacity") : most).asText("0");
      // Without a topology it is for no node at all.
      if (object.has("nodeTopology")) {
        all.add(
            new Segment(
                object.path("storageClassName").asText(),
                NodeTerms.selected(object.path("nodeTopology")),
                Quantity.getAmountInBytes(Quantity.parse(room)).longValue()));
      }
    }
    return Optional.of(all);
  }
}
