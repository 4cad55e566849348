package dev.mooring.kubernetes.internal.audit;

import dev.mooring.kubernetes.internal.api.Api;
import dev.mooring.kubernetes.internal.api.Call;
import dev.mooring.kubernetes.internal.api.SnapshotApi;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.kubernetes.internal.record.Place;
import dev.mooring.spi.Index;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.Map;

/**
 * The objects that an audit looks at, read once. Snapshots are read before their contents, so that
 * a content that is missing was there when its snapshot was read, or never.
 *
 * @param place where
 * @param claims the claims of the namespace that are not known to be another account's
 * @param configMaps the account's ConfigMaps
 * @param snapshots the account's VolumeSnapshots
 * @param contents the VolumeSnapshotContents of the namespace's snapshots
 * @param volumes the PersistentVolumes of the namespace's claims, present or past
 */
record Inventory(
    Place place,
    Listed<PersistentVolumeClaim> claims,
    Listed<ConfigMap> configMaps,
    Listed<GenericKubernetesResource> snapshots,
    Listed<GenericKubernetesResource> contents,
    Listed<PersistentVolume> volumes) {
  static Inventory of(Place place) {
    Api api = place.api();
    String mine = Marks.selector(Marks.labels(Map.of(Index.ACCOUNT, place.account())));
    return new Inventory(
        place,
        claims(place),
        Listed.required(
            api,
            call(place.core("configmaps"), "configmaps").with("labelSelector", mine),
            ConfigMap.class,
            map -> Marks.isOf(map, place.account())),
        Listed.required(
            api,
            call(snapshots(place), "volumesnapshots").with("labelSelector", mine),
            GenericKubernetesResource.class,
            snapshot -> Marks.isOf(snapshot, place.account())),
        Listed.of(
            api,
            call(
                "apis/" + SnapshotApi.GROUP_VERSION + "/volumesnapshotcontents",
                "volumesnapshotcontents"),
            GenericKubernetesResource.class,
            content ->
                place.namespace().equals(content.get("spec", "volumeSnapshotRef", "namespace"))),
        Listed.of(
            api,
            call("api/v1/persistentvolumes", "persistentvolumes"),
            PersistentVolume.class,
            volume -> isOfNamespace(place, volume) && !isOfAnother(place, volume)));
  }

  static Listed<PersistentVolumeClaim> claims(Place place) {
    return Listed.required(
        place.api(),
        call(place.core("persistentvolumeclaims"), "persistentvolumeclaims"),
        PersistentVolumeClaim.class,
        claim -> !isOfAnother(place, claim));
  }

  static String snapshots(Place place) {
    return place.group(SnapshotApi.GROUP_VERSION, SnapshotApi.SNAPSHOTS);
  }

  private static Call call(String path, String nouns) {
    return Call.get(path).saying("list", nouns);
  }

  private static boolean isOfAnother(Place place, HasMetadata object) {
    return Marks.value(object, Index.ACCOUNT).filter(a -> !a.equals(place.account())).isPresent();
  }

  private static boolean isOfNamespace(Place place, PersistentVolume volume) {
    ObjectReference claim = volume.getSpec().getClaimRef();
    return claim != null && place.namespace().equals(claim.getNamespace());
  }
}
