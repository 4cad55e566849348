package dev.mooring.kubernetes.internal.attach;

import dev.mooring.attachment.Target;
import dev.mooring.error.Violation;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.spi.Attaching;
import dev.mooring.spi.Presence;
import dev.mooring.spi.TargetMount;
import dev.mooring.spi.TargetRecord;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import dev.mooring.volume.StatusReason;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Targets by their pods or objects, users of volumes by the pods that name the claims. Pods are
 * their platform's: nothing is put into or taken out of a running one.
 */
public final class KubernetesAttaching implements Attaching {
  private static final int FEW = 40;

  private final Place place;
  private final Pods pods;
  private final Workloads workloads;
  private final MountTroubles mounts;
  private final Duration launchGrace;

  /** Looks at a place. */
  public KubernetesAttaching(Place place, Duration launchGrace) {
    this.place = place;
    this.pods = new Pods(place);
    this.workloads = new Workloads(place);
    this.mounts = new MountTroubles(place);
    this.launchGrace = launchGrace;
  }

  @Override
  public List<Violation> check(Target target) {
    String asked = target.namespace();
    return asked == null || asked.equals(place.namespace())
        ? List.of()
        : List.of(
            Violation.of(
                "target.namespace",
                "a pod mounts only claims of its own namespace, and the volumes of this account"
                    + " are in "
                    + place.namespace(),
                place.namespace()));
  }

  @Override
  public Map<String, Presence> presence(Collection<TargetRecord> targets) {
    if (targets.isEmpty()) {
      return Map.of();
    }
    List<Pod> found = pods.list(selector(targets));
    Map<String, Map<String, StatusReason>> troubles = mounts.of(targets, found);
    Map<String, List<Pod>> byTarget = new HashMap<>();
    for (Pod pod : found) {
      String target = Marks.label(pod, Marks.TARGET);
      if (target != null) {
        byTarget.computeIfAbsent(target, key -> new ArrayList<>()).add(pod);
      }
    }
    Map<String, Presence> result = new LinkedHashMap<>();
    for (TargetRecord target : targets) {
      Presence presence =
          target.target().kind().workload()
              ? workloads.presence(target)
              : ofInstance(target, byTarget.getOrDefault(target.key(), List.of()));
      result.put(
          target.key(), presence.withTroubles(troubles.getOrDefault(target.key(), Map.of())));
    }
    return result;
  }

  private static String selector(Collection<TargetRecord> targets) {
    if (targets.size() > FEW) {
      return Marks.TARGET;
    }
    List<String> keys = targets.stream().map(TargetRecord::key).toList();
    return Marks.TARGET + " in (" + String.join(",", keys) + ")";
  }

  private static Presence ofInstance(TargetRecord target, List<Pod> found) {
    List<Pod> own = found.stream().filter(pod -> Pods.isOf(pod, target)).toList();
    return own.stream()
        .filter(pod -> !Pods.finished(pod))
        .findFirst()
        .map(pod -> new Presence(true, null, words(pod)))
        .orElseGet(
            () ->
                own.stream()
                    .findFirst()
                    .map(pod -> new Presence(false, null, words(pod)))
                    .orElseGet(() -> new Presence(false, null, "no pod carries its label")));
  }

  private static String words(Pod pod) {
    boolean ending = pod.getMetadata().getDeletionTimestamp() != null;
    return "pod " + pod.getMetadata().getName() + " is " + (ending ? "ending" : Pods.phase(pod));
  }

  @Override
  public Map<String, List<VolumeUser>> users(Collection<VolumeRecord> volumes) {
    return volumes.isEmpty() ? Map.of() : VolumeUsers.of(volumes, pods.list(null));
  }

  @Override
  public void connect(TargetRecord target, Map<String, VolumeRecord> volumes) {
    // Its platform starts the pods, with what KubernetesMounts adds.
  }

  @Override
  public void disconnect(TargetRecord target, TargetMount mount) {
    // Its platform ends the pods.
  }

  @Override
  public Duration launchGrace() {
    return launchGrace;
  }
}
