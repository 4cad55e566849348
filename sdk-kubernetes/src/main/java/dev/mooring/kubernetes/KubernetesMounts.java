package dev.mooring.kubernetes;

import dev.mooring.attachment.Launch;
import dev.mooring.attachment.LaunchMount;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Problem;
import dev.mooring.error.Violation;
import dev.mooring.kubernetes.internal.attach.MountPlan;
import dev.mooring.kubernetes.internal.attach.NodeSelector;
import dev.mooring.kubernetes.internal.attach.PodEditor;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a launch needs of the platform's pods: labels by which the SDK knows them, volumes, volume
 * mounts, and on which nodes they must run. Immutable.
 *
 * <pre>{@code
 * Pod pod = KubernetesMounts.of(launch).addTo(myPod);
 * client.pods().inNamespace(namespace).resource(pod).create();
 * }</pre>
 */
public final class KubernetesMounts {
  private final MountPlan plan;
  private final String namespace;

  private KubernetesMounts(MountPlan plan, String namespace) {
    this.plan = plan;
    this.namespace = namespace;
  }

  /**
   * The parts of a launch. Asks no cluster.
   *
   * @throws InvalidRequestException when a volume of the launch is not on Kubernetes, or no node
   *     can have the labels that all its volumes ask for
   */
  public static KubernetesMounts of(Launch launch) {
    List<MountPlan.ClaimMount> claims = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    String namespace = "";
    NodeSelector nodes = new NodeSelector();
    for (LaunchMount mount : launch.mounts()) {
      String claim = mount.backendDetails().get("persistentVolumeClaim");
      if (claim == null) {
        violations.add(Violation.of("mounts", mount.volume() + " is not on Kubernetes"));
      } else {
        claims.add(new MountPlan.ClaimMount(claim, mount.path(), mount.readOnly()));
        namespace = mount.backendDetails().getOrDefault("namespace", namespace);
        nodes.add(mount.volume().toString(), mount.nodeSelector());
      }
    }
    violations.addAll(nodes.violations());
    if (!violations.isEmpty()) {
      throw new InvalidRequestException(
          Problem.tried("mount").on(launch.target().toString()), violations);
    }
    return new KubernetesMounts(
        MountPlan.of(
            launch.account(),
            launch.key(),
            launch.token(),
            claims,
            launch.scratch(),
            nodes.labels()),
        namespace);
  }

  /**
   * A copy of the pod with labels, volumes, the node selector of their profiles and, in every
   * container but init containers, the mounts. A pod with an {@code fsGroup} and no {@code
   * fsGroupChangePolicy} gets {@code OnRootMismatch}, for else each start walks through all files.
   * Adding twice is adding once. The namespace is not set: start the pod in {@link #namespace()}.
   *
   * @throws InvalidRequestException with everything that collides: another namespace, a label of
   *     another launch, a volume of the same name, a mount path that the pod uses itself, another
   *     value of a node's label; also when it has no container
   */
  public Pod addTo(Pod pod) {
    PodEditor.Edited edited = new PodEditor(plan, namespace).add(pod.getMetadata(), pod.getSpec());
    return new PodBuilder(pod).withMetadata(edited.metadata()).withSpec(edited.spec()).build();
  }

  /**
   * A copy of the pod template with the same parts, for Deployments, StatefulSets and Jobs. A drive
   * has one writer: with its access mode {@code ReadWriteOncePod} a second replica does not start.
   *
   * @throws InvalidRequestException as for a pod
   */
  public PodTemplateSpec addTo(PodTemplateSpec template) {
    PodEditor.Edited edited =
        new PodEditor(plan, namespace).add(template.getMetadata(), template.getSpec());
    return new PodTemplateSpecBuilder(template)
        .withMetadata(edited.metadata())
        .withSpec(edited.spec())
        .build();
  }

  /** The namespace that the pods must be in; empty for a launch with scratch space only. */
  public String namespace() {
    return namespace;
  }

  /** The labels that the pods must carry, sorted. */
  public Map<String, String> labels() {
    return new TreeMap<>(plan.labels());
  }

  /** The volumes of the pod's spec: a claim for each volume, an emptyDir for scratch space. */
  public List<Volume> volumes() {
    return plan.volumes();
  }

  /** The mounts of each container. */
  public List<VolumeMount> volumeMounts() {
    return plan.mounts();
  }

  /** Labels that the node of the pods must have, sorted; empty when any node will do. */
  public Map<String, String> nodeSelector() {
    return new TreeMap<>(plan.nodeSelector());
  }
}
