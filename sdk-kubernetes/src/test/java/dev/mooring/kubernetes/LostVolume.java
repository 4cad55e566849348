package dev.mooring.kubernetes;

import dev.mooring.testkit.Eventually;
import dev.mooring.volume.Volume;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/** Deletes the PersistentVolume behind a claim by hand, finalizers and all, and makes it again. */
final class LostVolume {
  private LostVolume() {}

  /** Takes it away; the answer brings it back. Its bytes stay where they are. */
  static Runnable lose(KubernetesClient admin, Volume volume) {
    String name = volume.backendDetails().getOrDefault("persistentVolume", "");
    var one = admin.persistentVolumes().withName(name);
    PersistentVolume before = one.get();
    PersistentVolume unused =
        one.edit(
            pv ->
                new PersistentVolumeBuilder(pv)
                    .editSpec()
                    .withPersistentVolumeReclaimPolicy("Retain")
                    .endSpec()
                    .build());
    one.delete();
    Eventually.holds(
        "the PersistentVolume is gone",
        () -> {
          PersistentVolume left = one.get();
          if (left != null) {
            PersistentVolume without =
                one.edit(
                    pv ->
                        new PersistentVolumeBuilder(pv)
                            .editMetadata()
                            .withFinalizers(List.of())
                            .endMetadata()
                            .build());
            return without == null;
          }
          return true;
        });
    return () -> {
      PersistentVolume made = admin.persistentVolumes().resource(again(before)).create();
      if (made.getMetadata().getUid() == null) {
        throw new AssertionError("not made: " + made);
      }
    };
  }

  /** The same PersistentVolume, to be made once more. */
  static PersistentVolume again(PersistentVolume before) {
    return new PersistentVolumeBuilder(before)
        .withNewMetadata()
        .withName(before.getMetadata().getName())
        .withLabels(before.getMetadata().getLabels())
        .withAnnotations(before.getMetadata().getAnnotations())
        .endMetadata()
        .withStatus(null)
        .build();
  }
}
