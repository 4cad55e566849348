package dev.mooring.kubernetes.internal.attach;

import dev.mooring.error.CancelledException;
import dev.mooring.error.StorageException;
import dev.mooring.kubernetes.internal.api.Answer;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.reason.Events;
import dev.mooring.kubernetes.internal.reason.PodTrouble;
import dev.mooring.kubernetes.internal.reason.Seen;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.spi.TargetRecord;
import dev.mooring.volume.StatusReason;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Why volumes are not mounted in their targets, from the events of pods that have not started. A
 * help for people: whoever may not read the events is told of the targets all the same.
 */
final class MountTroubles {
  private static final Logger LOG = LoggerFactory.getLogger(MountTroubles.class);

  private final Place place;
  private final Events events;

  MountTroubles(Place place) {
    this.place = place;
    this.events = new Events(place, "Pod");
  }

  /** By the target's key and the claim's name; asks nothing while no pod waits. */
  Map<String, Map<String, StatusReason>> of(Collection<TargetRecord> targets, List<Pod> pods) {
    Map<String, Pod> waiting = new LinkedHashMap<>();
    for (Pod pod : pods) {
      if (waits(pod) && targets.stream().anyMatch(target -> Pods.isOf(pod, target))) {
        waiting.put(pod.getMetadata().getUid(), pod);
      }
    }
    if (waiting.isEmpty()) {
      return Map.of();
    }
    try {
      return of(targets, waiting);
    } catch (CancelledException e) {
      throw e;
    } catch (StorageException e) {
      LOG.debug("why pods of {} wait cannot be told: {}", place.namespace(), e.toString());
      return Map.of();
    }
  }

  private static boolean waits(Pod pod) {
    return Pods.phase(pod).equals("Pending")
        && pod.getMetadata().getDeletionTimestamp() == null
        && !Pods.claims(pod).isEmpty();
  }

  private Map<String, Map<String, StatusReason>> of(
      Collection<TargetRecord> targets, Map<String, Pod> waiting) {
    Map<String, List<Seen>> told = events.about(waiting.keySet());
    Map<String, Map<String, StatusReason>> result = new LinkedHashMap<>();
    waiting.forEach(
        (uid, pod) ->
            targets.stream()
                .filter(target -> Pods.isOf(pod, target))
                .forEach(
                    target ->
                        result
                            .computeIfAbsent(target.key(), key -> new LinkedHashMap<>())
                            .putAll(of(pod, told.getOrDefault(uid, List.of())))));
    return result;
  }

  /** What the latest event about each claim of a pod says. */
  private Map<String, StatusReason> of(Pod pod, List<Seen> told) {
    MountWords words = new MountWords(pod, this::volumeName);
    Map<String, StatusReason> result = new LinkedHashMap<>();
    if (pod.getSpec().getNodeName() == null || pod.getSpec().getNodeName().isEmpty()) {
      // The scheduler does not say which of the volumes it is.
      PodTrouble.unplaced(told)
          .ifPresent(
              event ->
                  Pods.claims(pod).forEach(claim -> result.put(claim, PodTrouble.status(event))));
    }
    PodTrouble.unmounted(told).stream()
        .sorted(Comparator.comparing(Seen::last))
        .forEach(
            event ->
                words
                    .claims(event.message())
                    .forEach(claim -> result.put(claim, PodTrouble.status(event))));
    return result;
  }

  /** The PersistentVolume of a claim; empty when it has none, or is gone. */
  private String volumeName(String claim) {
    Call call =
        Call.get(place.core("persistentvolumeclaims") + "/" + claim)
            .saying("read", "persistentvolumeclaim " + claim);
    Answer answer = place.api().send(call);
    return answer.ok()
        ? place.api().json().tree(answer.body()).at("/spec/volumeName").asText()
        : "";
  }
}
