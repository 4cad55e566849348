package dev.mooring.kubernetes;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that the drivers give to images and subvolumes: a word, and the end of the handle. */
final class CephObjects {
  private static final int UUID_LENGTH = 36;

  private CephObjects() {}

  /** Of all volumes and snapshots of the cluster that are not of a test's namespace. */
  static Set<String> ofOthers(TestNamespace namespace) {
    KubernetesClient admin = namespace.admin();
    Stream<String> volumes =
        admin.persistentVolumes().list().getItems().stream()
            .map(PersistentVolume::getSpec)
            .filter(spec -> spec.getCsi() != null && spec.getClaimRef() != null)
            .filter(spec -> !spec.getClaimRef().getNamespace().startsWith(namespace.name()))
            .map(spec -> name("csi-vol-", spec.getCsi().getVolumeHandle()));
    Stream<String> snapshots =
        admin
            .genericKubernetesResources("snapshot.storage.k8s.io/v1", "VolumeSnapshotContent")
            .list()
            .getItems()
            .stream()
            .filter(
                content -> {
                  String of = content.get("spec", "volumeSnapshotRef", "namespace");
                  return !of.startsWith(namespace.name());
                })
            .map(content -> content.<String>get("status", "snapshotHandle"))
            .filter(handle -> handle != null)
            .map(handle -> name("csi-snap-", handle));
    return Stream.concat(volumes, snapshots).collect(Collectors.toSet());
  }

  private static String name(String word, String handle) {
    return word + handle.substring(Math.max(0, handle.length() - UUID_LENGTH));
  }
}
