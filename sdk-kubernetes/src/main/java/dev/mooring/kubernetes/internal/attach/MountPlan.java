package dev.mooring.kubernetes.internal.attach;

import dev.mooring.attachment.ScratchMount;
import dev.mooring.kubernetes.internal.record.LabelValue;
import dev.mooring.kubernetes.internal.record.Marks;
import dev.mooring.volume.MountPath;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the volumes of a target need of its pods.
 *
 * @param labels by which the SDK knows the pods again
 * @param volumes the claims and the scratch space, by names that follow from them
 * @param mounts where each container sees them
 * @param nodeSelector labels that their node must have
 */
public record MountPlan(
    Map<String, String> labels,
    List<Volume> volumes,
    List<VolumeMount> mounts,
    Map<String, String> nodeSelector) {
  /** Copies. */
  public MountPlan {
    labels = Map.copyOf(labels);
    volumes = List.copyOf(volumes);
    mounts = List.copyOf(mounts);
    nodeSelector = Map.copyOf(nodeSelector);
  }

  /**
   * A claim of the plan.
   *
   * @param claimName the PersistentVolumeClaim
   * @param path where it appears
   * @param readOnly whether it can only be read there
   */
  public record ClaimMount(String claimName, MountPath path, boolean readOnly) {}

  /** The plan of a target's claims and scratch space. */
  public static MountPlan of(
      String account,
      String targetKey,
      String token,
      List<ClaimMount> claims,
      List<ScratchMount> scratch,
      Map<String, String> nodeSelector) {
    Map<String, String> labels = new TreeMap<>(Marks.labels(Map.of("account", account)));
    labels.put(Marks.TARGET, targetKey);
    labels.put(Marks.TOKEN, token);
    List<Volume> volumes = new ArrayList<>();
    List<VolumeMount> mounts = new ArrayList<>();
    for (ClaimMount claim : claims) {
      volumes.add(
          new VolumeBuilder()
              .withName(claim.claimName())
              .withNewPersistentVolumeClaim()
              .withClaimName(claim.claimName())
              .endPersistentVolumeClaim()
              .build());
      mounts.add(mount(claim.claimName(), claim.path(), claim.readOnly()));
    }
    for (ScratchMount space : scratch) {
      String name = "scratch-" + LabelValue.hash(space.path().value()).substring(0, 10);
      volumes.add(
          new VolumeBuilder()
              .withName(name)
              .withNewEmptyDir()
              .withSizeLimit(new Quantity(Long.toString(space.size().bytes())))
              .endEmptyDir()
              .build());
      mounts.add(mount(name, space.path(), false));
    }
    return new MountPlan(labels, volumes, mounts, nodeSelector);
  }

  private static VolumeMount mount(String name, MountPath path, boolean readOnly) {
    VolumeMountBuilder mount = new VolumeMountBuilder().withName(name).withMountPath(path.value());
    return (readOnly ? mount.withReadOnly(true) : mount).build();
  }
}
