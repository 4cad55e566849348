package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gib;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.attachment.Launch;
import dev.mooring.attachment.LaunchMount;
import dev.mooring.attachment.ScratchMount;
import dev.mooring.attachment.Target;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.operation.OperationId;
import dev.mooring.operation.OperationType;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.MountPath;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeRef;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KubernetesMountsTest {
  private static final Target TARGET = Target.instance("trainer-0");
  private static final Map<String, String> CLAIM =
      Map.of("persistentVolumeClaim", "drive-workspace-0123456789", "namespace", "acme");

  private static Launch launch(Map<String, String> details, boolean readOnly) {
    return new FixedLaunch(
        List.of(
            new LaunchMount(
                VolumeRef.drive("workspace"),
                VolumeId.random(),
                new MountPath("/workspace"),
                readOnly,
                AccessMode.READ_WRITE_ONCE_POD,
                details)),
        List.of(new ScratchMount(gib(5), new MountPath("/scratch"))));
  }

  private final KubernetesMounts mounts = KubernetesMounts.of(launch(CLAIM, false));

  private static PodBuilder pod() {
    return new PodBuilder()
        .withNewMetadata()
        .withName("p")
        .addToLabels("app", "trainer")
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName("one")
        .endContainer()
        .addNewContainer()
        .withName("two")
        .endContainer()
        .endSpec();
  }

  @Test
  void adds_labels_volumes_and_mounts_to_every_container() {
    Pod pod = mounts.addTo(pod().build());

    assertThat(pod.getMetadata().getLabels())
        .containsEntry("app", "trainer")
        .containsEntry("mooring.dev/account", "acme")
        .containsEntry("mooring.dev/token", "t0")
        .containsEntry("mooring.dev/target", "target-0123");
    Volume claim = pod.getSpec().getVolumes().get(0);
    Volume scratch = pod.getSpec().getVolumes().get(1);
    assertThat(claim.getPersistentVolumeClaim().getClaimName())
        .isEqualTo("drive-workspace-0123456789");
    assertThat(Quantity.getAmountInBytes(scratch.getEmptyDir().getSizeLimit()))
        .isEqualByComparingTo("5368709120");
    assertThat(pod.getSpec().getContainers())
        .hasSize(2)
        .allSatisfy(
            container ->
                assertThat(container.getVolumeMounts())
                    .extracting(VolumeMount::getMountPath)
                    .containsExactly("/workspace", "/scratch"));
  }

  @Test
  void adding_twice_is_adding_once() {
    Pod once = mounts.addTo(pod().build());

    assertThat(mounts.addTo(once)).isEqualTo(once);
  }

  @Test
  void a_group_does_not_walk_through_all_files_at_each_start_unless_the_pod_says_so() {
    PodBuilder grouped =
        pod().editSpec().withNewSecurityContext().withFsGroup(7L).endSecurityContext().endSpec();
    Pod always =
        grouped
            .editSpec()
            .editSecurityContext()
            .withFsGroupChangePolicy("Always")
            .endSecurityContext()
            .endSpec()
            .build();

    assertThat(
            mounts
                .addTo(
                    grouped
                        .editSpec()
                        .editSecurityContext()
                        .withFsGroupChangePolicy(null)
                        .endSecurityContext()
                        .endSpec()
                        .build())
                .getSpec()
                .getSecurityContext()
                .getFsGroupChangePolicy())
        .isEqualTo("OnRootMismatch");
    assertThat(mounts.addTo(always).getSpec().getSecurityContext().getFsGroupChangePolicy())
        .isEqualTo("Always");
    assertThat(mounts.addTo(pod().build()).getSpec().getSecurityContext()).isNull();
  }

  @Test
  void adds_the_same_to_a_template_and_leaves_the_given_one_alone() {
    PodTemplateSpec template =
        new PodTemplateSpecBuilder()
            .withMetadata(pod().buildMetadata())
            .withSpec(pod().buildSpec())
            .build();
    PodTemplateSpec added = mounts.addTo(template);

    assertThat(added.getSpec()).isEqualTo(mounts.addTo(pod().build()).getSpec());
    assertThat(template.getSpec().getVolumes()).isEmpty();
  }

  @Test
  void a_read_only_mount_is_read_only() {
    KubernetesMounts readOnly = KubernetesMounts.of(launch(CLAIM, true));

    assertThat(readOnly.volumeMounts().get(0).getReadOnly()).isTrue();
    assertThat(mounts.volumeMounts().get(0).getReadOnly()).isNull();
  }

  @Test
  void refuses_everything_that_collides_at_once() {
    Pod pod =
        pod()
            .editMetadata()
            .withNamespace("elsewhere")
            .addToLabels("mooring.dev/token", "other")
            .endMetadata()
            .editSpec()
            .addNewVolume()
            .withName("drive-workspace-0123456789")
            .withNewEmptyDir()
            .endEmptyDir()
            .endVolume()
            .editFirstContainer()
            .addNewVolumeMount()
            .withName("own")
            .withMountPath("/scratch/")
            .endVolumeMount()
            .endContainer()
            .endSpec()
            .build();

    assertThatThrownBy(() -> mounts.addTo(pod))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            e ->
                assertThat(e.violations())
                    .extracting(v -> v.field())
                    .containsExactlyInAnyOrder(
                        "metadata.namespace",
                        "metadata.labels[mooring.dev/token]",
                        "spec.volumes",
                        "spec.containers[one].volumeMounts"));
  }

  @Test
  void refuses_a_pod_without_containers() {
    assertThatThrownBy(() -> mounts.addTo(new PodBuilder().build()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("spec.containers");
  }

  private static Launch onNodes(Map<String, String> first, Map<String, String> second) {
    return new FixedLaunch(List.of(drive("a", "/a", first), drive("b", "/b", second)), List.of());
  }

  private static LaunchMount drive(String name, String path, Map<String, String> nodes) {
    return new LaunchMount(
        VolumeRef.drive(name),
        VolumeId.random(),
        new MountPath(path),
        false,
        AccessMode.READ_WRITE_ONCE_POD,
        Map.of("persistentVolumeClaim", "drive-" + name, "namespace", "acme"),
        nodes);
  }

  @Test
  void adds_the_labels_of_the_nodes_that_the_volumes_are_for() {
    KubernetesMounts placed =
        KubernetesMounts.of(onNodes(Map.of("zone", "a"), Map.of("zone", "a", "disk", "fast")));
    Pod own = pod().editSpec().addToNodeSelector("arch", "amd64").endSpec().build();

    Pod added = placed.addTo(own);

    assertThat(added.getSpec().getNodeSelector())
        .isEqualTo(Map.of("arch", "amd64", "zone", "a", "disk", "fast"));
    assertThat(placed.nodeSelector()).isEqualTo(Map.of("zone", "a", "disk", "fast"));
    assertThat(placed.addTo(added)).isEqualTo(added);
  }

  @Test
  void refuses_a_pod_that_is_for_other_nodes() {
    KubernetesMounts placed = KubernetesMounts.of(onNodes(Map.of("zone", "a"), Map.of()));
    Pod elsewhere = pod().editSpec().addToNodeSelector("zone", "b").endSpec().build();

    assertThatThrownBy(() -> placed.addTo(elsewhere))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("spec.nodeSelector[zone]");
  }

  @Test
  void refuses_volumes_that_no_node_can_have_together() {
    Launch torn = onNodes(Map.of("zone", "a"), Map.of("zone", "b"));

    assertThatThrownBy(() -> KubernetesMounts.of(torn))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("zone=b")
        .hasMessageContaining("zone=a");
  }

  @Test
  void refuses_a_launch_of_another_backend() {
    Launch embedded = launch(Map.of("path", "/var/x"), false);

    assertThatThrownBy(() -> KubernetesMounts.of(embedded))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("not on Kubernetes");
  }

  private record FixedLaunch(List<LaunchMount> mounts, List<ScratchMount> scratch)
      implements Launch {
    @Override
    public Target target() {
      return TARGET.region("us-central");
    }

    @Override
    public String account() {
      return "acme";
    }

    @Override
    public String key() {
      return "target-0123";
    }

    @Override
    public String token() {
      return "t0";
    }

    @Override
    public OperationId operationId() {
      return OperationId.random("us-central", "instance", "trainer-0", OperationType.ATTACH);
    }

    @Override
    public Instant graceUntil() {
      return Instant.EPOCH;
    }

    @Override
    public Launch renew() {
      return this;
    }
  }
}
