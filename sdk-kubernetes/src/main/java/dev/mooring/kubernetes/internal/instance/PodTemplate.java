package dev.mooring.kubernetes.internal.instance;

import dev.mooring.kubernetes.internal.attach.MountPlan;
import dev.mooring.kubernetes.internal.attach.PodEditor;
import dev.mooring.kubernetes.internal.record.Marks;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;

/**
 * What an instance is: one pod with one container, which ends with its pod and has no rights in the
 * cluster.
 *
 * @param image what it runs
 * @param command with which command
 * @param pullPolicy when the image is pulled
 */
public record PodTemplate(String image, List<String> command, String pullPolicy) {
  /** The one container's name. */
  static final String CONTAINER = "instance";

  /** What a container's root user may still do: own files as a root user does. */
  private static final List<String> FILE_RIGHTS = List.of("CHOWN", "DAC_OVERRIDE", "FOWNER");

  /** Copies. */
  public PodTemplate {
    command = List.copyOf(command);
  }

  /** The pod of an instance. */
  Pod pod(String namespace, String podName, String name, MountPlan plan) {
    Pod bare =
        new PodBuilder()
            .withNewMetadata()
            .withName(podName)
            .withNamespace(namespace)
            .addToLabels(Marks.INSTANCE, name)
            .addToLabels(Marks.MANAGED_BY, Marks.MOORING)
            .endMetadata()
            .withNewSpec()
            .withRestartPolicy("Never")
            .withTerminationGracePeriodSeconds(1L)
            .withAutomountServiceAccountToken(false)
            .withEnableServiceLinks(false)
            .addNewContainer()
            .withName(CONTAINER)
            .withImage(image)
            .withImagePullPolicy(pullPolicy)
            .withCommand(command)
            .withWorkingDir("/")
            .withNewSecurityContext()
            .withAllowPrivilegeEscalation(false)
            .withNewCapabilities()
            .withDrop("ALL")
            .withAdd(FILE_RIGHTS)
            .endCapabilities()
            .endSecurityContext()
            .endContainer()
            .endSpec()
            .build();
    PodEditor.Edited edited =
        new PodEditor(plan, namespace).add(bare.getMetadata(), bare.getSpec());
    return new PodBuilder(bare).withMetadata(edited.metadata()).withSpec(edited.spec()).build();
  }
}
