package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Attachment;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.Target;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.drive.CloudDrive;
import dev.mooring.instance.Instance;
import dev.mooring.profile.Profile;
import dev.mooring.testkit.Eventually;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Reason;
import dev.mooring.volume.StatusReason;
import dev.mooring.volume.VolumeKind;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.PodResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A drive that another node still has, and a profile that is for one node. */
@Tag("real")
class MountTroubleRealTest {
  private static final Target TARGET = Target.instance("late");
  private static final Map<String, String> NODE = Map.of("kubernetes.io/hostname", "node-b");

  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  @AutoClose
  private final StorageClient storage =
      StorageClient.builder()
          .account("acme")
          .region(
              Cluster.REGION,
              RegionConfiguration.of(Cluster.backend(NAMESPACE))
                  .withProfiles(
                      List.of(
                          Profile.of("pinned", VolumeKind.DRIVE, "fast-rwo")
                              .withStorageClass(Cluster.LOOP_BACKED)
                              .withAccessMode(AccessMode.READ_WRITE_ONCE)
                              .withNodeSelector(NODE)
                              .asDefault())))
          .build();

  @Test
  void the_cluster_s_words_reach_the_attachment_until_the_pod_starts() {
    CloudDrive drive =
        storage.cloudDrives().create("work", d -> d.size(gb(1))).await(Eventually.PATIENCE);
    Launch launch = storage.attachments().to(TARGET).mount(drive, "/w").plan().apply();
    startElsewhere(drive.backendDetails().getOrDefault("persistentVolumeClaim", ""));
    Instance instance = storage.instances().launch(launch);

    Attachment troubled =
        Eventually.value(
            "the attachment says why",
            () ->
                storage.attachments().of(TARGET).list().stream()
                    .filter(attachment -> attachment.reason() != null)
                    .findFirst());

    assertThat(troubled.reasonIfSet().map(StatusReason::reason)).contains(Reason.IN_USE);
    assertThat(troubled.reasonIfSet().map(StatusReason::raw).orElse("")).contains("Multi-Attach");
    assertThat(drive.refresh().statusReason().map(StatusReason::reason)).contains(Reason.IN_USE);
    assertThat(pods().list().getItems())
        .filteredOn(pod -> !pod.getMetadata().getName().equals("elsewhere"))
        .singleElement()
        .satisfies(pod -> assertThat(pod.getSpec().getNodeSelector()).isEqualTo(NODE));

    Cluster.remove(NAMESPACE, "elsewhere");
    Instance running = instance.await(Eventually.PATIENCE);
    assertThat(storage.attachments().of(TARGET).list())
        .singleElement()
        .satisfies(attachment -> assertThat(attachment.reasonIfSet()).isEmpty());
    running.stop();
    storage.attachments().of(TARGET).detachAll().await(Eventually.PATIENCE);
    drive.purge().await(Eventually.PATIENCE);
  }

  private static NonNamespaceOperation<Pod, PodList, PodResource> pods() {
    return NAMESPACE.admin().pods().inNamespace(NAMESPACE.name());
  }

  /** A pod of somebody else, on the other node, which has the drive first. */
  private static void startElsewhere(String claim) {
    Pod pod = Cluster.pod("elsewhere", "node-a", List.of("sleep", "infinity"));
    Pod unused =
        pods()
            .resource(
                new PodBuilder(pod)
                    .editSpec()
                    .addNewVolume()
                    .withName("w")
                    .withNewPersistentVolumeClaim()
                    .withClaimName(claim)
                    .endPersistentVolumeClaim()
                    .endVolume()
                    .editFirstContainer()
                    .addNewVolumeMount()
                    .withName("w")
                    .withMountPath("/w")
                    .endVolumeMount()
                    .endContainer()
                    .endSpec()
                    .build())
            .create();
    Eventually.holds(
        "pod " + unused.getMetadata().getName() + " runs",
        () ->
            Optional.ofNullable(pods().withName("elsewhere").get())
                .filter(found -> "Running".equals(found.getStatus().getPhase()))
                .isPresent());
  }
}
