package dev.mooring.kubernetes.internal.attach;

import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds a plan to a pod; what is there already stays, and what collides is refused all at once. */
public final class PodEditor {
  private final MountPlan plan;
  private final String namespace;
  private final List<Violation> violations = new ArrayList<>();

  /** Adds a plan whose claims are in a namespace; one editor for one pod. */
  public PodEditor(MountPlan plan, String namespace) {
    this.plan = plan;
    this.namespace = namespace;
  }

  /** A pod's metadata and spec. */
  public record Edited(ObjectMeta metadata, PodSpec spec) {}

  /**
   * The metadata and spec with the plan added.
   *
   * @throws InvalidRequestException with everything that collides
   */
  public Edited add(@Nullable ObjectMeta metadata, @Nullable PodSpec spec) {
    ObjectMeta newMetadata = metadata(metadata == null ? new ObjectMeta() : metadata);
    PodSpec newSpec = spec(spec == null ? new PodSpec() : spec);
    if (!violations.isEmpty()) {
      throw new InvalidRequestException(Problem.tried("add volumes to a pod"), violations);
    }
    return new Edited(newMetadata, newSpec);
  }

  private ObjectMeta metadata(ObjectMeta metadata) {
    String given = metadata.getNamespace();
    if (given != null && !namespace.isEmpty() && !given.equals(namespace)) {
      wrong(
          "metadata.namespace",
          "is "
              + given
              + ", but the volumes are in "
              + namespace
              + ", and a pod mounts only"
              + " claims of its own namespace");
    }
    Map<String, String> labels = metadata.getLabels() == null ? Map.of() : metadata.getLabels();
    plan.labels()
        .forEach(
            (key, value) -> {
              String known = labels.get(key);
              if (known != null && !known.equals(value)) {
                wrong("metadata.labels[" + key + "]", "belongs to another launch: " + known);
              }
            });
    return new ObjectMetaBuilder(metadata).addToLabels(plan.labels()).build();
  }

  private PodSpec spec(PodSpec spec) {
    if (spec.getContainers() == null || spec.getContainers().isEmpty()) {
      wrong("spec.containers", "is empty: there is nothing to mount volumes in");
    }
    PodSpecBuilder builder = new PodSpecBuilder(spec);
    List<Volume> known = spec.getVolumes() == null ? List.of() : spec.getVolumes();
    for (Volume volume : plan.volumes()) {
      Optional<Volume> same =
          known.stream().filter(v -> v.getName().equals(volume.getName())).findFirst();
      if (same.isEmpty()) {
        builder.addToVolumes(volume);
      } else if (!equal(same.get(), volume)) {
        wrong("spec.volumes", "has another volume called " + volume.getName());
      }
    }
    List<Container> containers = new ArrayList<>();
    List<Container> given = spec.getContainers() == null ? List.of() : spec.getContainers();
    given.forEach(container -> containers.add(container(container)));
    addNodeSelector(spec, builder);
    addChangePolicy(spec, builder);
    return builder.withContainers(containers).build();
  }

  private void addNodeSelector(PodSpec spec, PodSpecBuilder builder) {
    Map<String, String> known = spec.getNodeSelector() == null ? Map.of() : spec.getNodeSelector();
    plan.nodeSelector()
        .forEach(
            (key, value) -> {
              if (!known.getOrDefault(key, value).equals(value)) {
                wrong(
                    "spec.nodeSelector[" + key + "]",
                    "is " + known.get(key) + ", but the volumes are for nodes with " + value);
              }
            });
    if (!plan.nodeSelector().isEmpty()) {
      builder.addToNodeSelector(plan.nodeSelector());
    }
  }

  /**
   * Where a pod wants a group to own its volumes, the kubelet walks through all files of a volume
   * at each start, unless it is told to look at the root first.
   */
  private void addChangePolicy(PodSpec spec, PodSpecBuilder builder) {
    PodSecurityContext context = spec.getSecurityContext();
    boolean walks =
        context != null
            && context.getFsGroup() != null
            && context.getFsGroupChangePolicy() == null
            && plan.volumes().stream().anyMatch(v -> v.getPersistentVolumeClaim() != null);
    if (walks) {
      builder.editSecurityContext().withFsGroupChangePolicy("OnRootMismatch").endSecurityContext();
    }
  }

  private Container container(Container container) {
    ContainerBuilder builder = new ContainerBuilder(container);
    List<VolumeMount> known =
        container.getVolumeMounts() == null ? List.of() : container.getVolumeMounts();
    for (VolumeMount mount : plan.mounts()) {
      Optional<VolumeMount> same =
          known.stream()
              .filter(m -> path(m.getMountPath()).equals(path(mount.getMountPath())))
              .findFirst();
      if (same.isEmpty()) {
        builder.addToVolumeMounts(mount);
      } else if (!same.get().equals(mount)) {
        wrong(
            "spec.containers[" + container.getName() + "].volumeMounts",
            "the pod itself mounts " + same.get().getName() + " at " + mount.getMountPath());
      }
    }
    return builder.build();
  }

  /** The same volume, also when the API server has written its size limit another way. */
  private static boolean equal(Volume known, Volume ours) {
    if (known.getEmptyDir() != null && ours.getEmptyDir() != null) {
      Quantity limit = known.getEmptyDir().getSizeLimit();
      return limit != null
          && Quantity.getAmountInBytes(limit)
                  .compareTo(Quantity.getAmountInBytes(ours.getEmptyDir().getSizeLimit()))
              == 0;
    }
    return known.getPersistentVolumeClaim() != null
        && ours.getPersistentVolumeClaim() != null
        && known
            .getPersistentVolumeClaim()
            .getClaimName()
            .equals(ours.getPersistentVolumeClaim().getClaimName());
  }

  private static String path(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private void wrong(String field, String message) {
    violations.add(Violation.of(field, message));
  }
}
