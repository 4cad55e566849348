package dev.mooring.kubernetes.internal.attach;

import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.Times;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.spi.VolumeUser;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which pods name a claim, whoever made them. */
public final class VolumeUsers {
  private VolumeUsers() {}

  static Map<String, List<VolumeUser>> of(Collection<VolumeRecord> volumes, List<Pod> pods) {
    Map<String, List<VolumeUser>> users = new LinkedHashMap<>();
    volumes.forEach(volume -> users.put(volume.key(), new ArrayList<>()));
    for (Pod pod : pods) {
      for (Volume volume : pod.getSpec().getVolumes()) {
        if (volume.getPersistentVolumeClaim() != null) {
          List<VolumeUser> known = users.get(volume.getPersistentVolumeClaim().getClaimName());
          if (known != null) {
            known.add(user(pod, volume));
          }
        }
      }
    }
    return users;
  }

  /** The pods that name one claim. */
  public static List<VolumeUser> of(String claim, List<Pod> pods) {
    List<VolumeUser> users = new ArrayList<>();
    for (Pod pod : pods) {
      pod.getSpec().getVolumes().stream()
          .filter(volume -> volume.getPersistentVolumeClaim() != null)
          .filter(volume -> claim.equals(volume.getPersistentVolumeClaim().getClaimName()))
          .findFirst()
          .ifPresent(volume -> users.add(user(pod, volume)));
    }
    return users;
  }

  private static VolumeUser user(Pod pod, Volume volume) {
    List<OwnerReference> owners = pod.getMetadata().getOwnerReferences();
    boolean bare =
        owners == null
            || owners.stream().noneMatch(owner -> Boolean.TRUE.equals(owner.getController()));
    return new VolumeUser(
        "pod",
        pod.getMetadata().getName(),
        state(pod),
        bare,
        Marks.label(pod, Marks.TOKEN),
        Marks.label(pod, Marks.TARGET),
        Times.of(pod.getMetadata().getCreationTimestamp()),
        readOnly(pod, volume));
  }

  private static VolumeUser.State state(Pod pod) {
    if (Pods.finished(pod)) {
      return VolumeUser.State.FINISHED;
    }
    if (pod.getMetadata().getDeletionTimestamp() != null) {
      return VolumeUser.State.TERMINATING;
    }
    return Pods.phase(pod).equals("Pending") ? VolumeUser.State.PENDING : VolumeUser.State.RUNNING;
  }

  private static boolean readOnly(Pod pod, Volume volume) {
    if (Boolean.TRUE.equals(volume.getPersistentVolumeClaim().getReadOnly())) {
      return true;
    }
    List<Container> containers = new ArrayList<>(pod.getSpec().getContainers());
    containers.addAll(pod.getSpec().getInitContainers());
    List<VolumeMount> mounts =
        containers.stream()
            .flatMap(container -> container.getVolumeMounts().stream())
            .filter(mount -> mount.getName().equals(volume.getName()))
            .toList();
    return !mounts.isEmpty()
        && mounts.stream().allMatch(mount -> Boolean.TRUE.equals(mount.getReadOnly()));
  }
}
