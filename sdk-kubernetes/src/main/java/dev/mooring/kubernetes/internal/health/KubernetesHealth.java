package dev.mooring.kubernetes.internal.health;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.error.AccessDeniedException;
import dev.mooring.kubernetes.internal.attach.Pods;
import dev.mooring.kubernetes.internal.describe.Reading;
import dev.mooring.kubernetes.internal.reason.Events;
import dev.mooring.kubernetes.internal.reason.Seen;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.spi.HealthChecking;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.volume.HealthState;
import dev.mooring.volume.Reason;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Looks at a claim, its PersistentVolume, the nodes that have it and its driver's node plugin, and
 * hears those who watch volumes by the events that they leave. Of all that only what is wrong now
 * counts: an event that something is abnormal, until one says that it is well again.
 */
public final class KubernetesHealth implements HealthChecking {
  private static final String ABNORMAL = "VolumeConditionAbnormal";
  private static final String NORMAL = "VolumeConditionNormal";

  private final Place place;
  private final Reading reading;
  private final Pods pods;

  /** Looks at the claims of a place. */
  public KubernetesHealth(Place place) {
    this.place = place;
    this.reading = new Reading(place.api());
    this.pods = new Pods(place);
  }

  @Override
  public Checked check(VolumeRecord record) {
    Symptoms symptoms = new Symptoms(place.api().clock().now());
    String noun = "persistentvolumeclaim " + place.namespace() + "/" + record.key();
    Reading.Read claim =
        reading.one(place.core("persistentvolumeclaims") + "/" + record.key(), noun);
    if (claim.refused()) {
      symptoms.unseen("its claim", "role.yaml");
      return symptoms.checked();
    }
    if (claim.first().isEmpty()) {
      symptoms.add(HealthState.INACCESSIBLE, Reason.VOLUME_LOST, "its claim is gone");
      return symptoms.checked();
    }
    List<Pod> users = users(record.key(), symptoms);
    conditions("PersistentVolumeClaim", claim.text("/metadata/uid"), symptoms);
    users.forEach(pod -> conditions("Pod", pod.getMetadata().getUid(), symptoms));
    String volume = claim.text("/spec/volumeName");
    if (!volume.isEmpty()) {
      new BoundVolume(reading, record.spec().kind(), symptoms)
          .look(volume, claim.text("/metadata/uid"), nodes(users));
    }
    return symptoms.checked();
  }

  private List<Pod> users(String claim, Symptoms symptoms) {
    try {
      return pods.list(null).stream()
          .filter(pod -> !Pods.finished(pod) && Pods.claims(pod).contains(claim))
          .toList();
    } catch (AccessDeniedException e) {
      symptoms.unseen("the pods that mount it", "role.yaml");
      return List.of();
    }
  }

  private static List<String> nodes(List<Pod> users) {
    List<String> nodes = new ArrayList<>();
    for (Pod pod : users) {
      String node = pod.getSpec().getNodeName();
      if (node != null && !node.isEmpty()) {
        nodes.add(node);
      }
    }
    return nodes;
  }

  /** What health monitors say: of the claim the controller, of its pods the kubelets. */
  private void conditions(String kind, String uid, Symptoms symptoms) {
    List<Seen> told;
    try {
      told = new Events(place, kind).told(uid);
    } catch (AccessDeniedException e) {
      symptoms.unseen("what volume health monitors say", "role.yaml");
      return;
    }
    Optional<Seen> latest =
        told.stream()
            .filter(event -> event.reason().equals(ABNORMAL) || event.reason().equals(NORMAL))
            .max(Comparator.comparing(Seen::last));
    latest
        .filter(event -> event.reason().equals(ABNORMAL))
        .ifPresent(
            event ->
                symptoms.add(
                    HealthState.DEGRADED, Reason.VOLUME_ABNORMAL, event.message(), event.first()));
  }

  /** A text of an object, or empty. */
  static String text(JsonNode object, String pointer) {
    return object.at(pointer).asText();
  }
}
