package dev.mooring.kubernetes;

import dev.mooring.StorageClient;
import dev.mooring.access.Owner;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.profile.Profile;
import dev.mooring.spi.Backend;
import dev.mooring.testkit.Eventually;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.VolumeKind;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What tests on the real cluster share: clients of one account, and pods of a platform. */
final class Cluster {
  static final String REGION = "us-central";

  /** The class of images on loop devices: fast, with faults on demand. */
  static final String LOOP_BACKED = "ceph-rbd";

  /** The class of images in a real Ceph, by a driver that Rook has named. */
  static final String REAL_CEPH = "ceph-block";

  private Cluster() {}

  /** The class of filesystems of the same backend as a class of drives. */
  static String filesystemsBeside(String drives) {
    return drives.equals(REAL_CEPH) ? "ceph-filesystem" : "cephfs";
  }

  static List<Profile> profiles(String storageClass) {
    return List.of(
        profile("block", storageClass).asDefault(),
        Profile.of("shared", VolumeKind.FILESYSTEM, "shared-rwx")
            .withStorageClass(filesystemsBeside(storageClass))
            .asDefault(),
        profile("first-use", "ceph-rbd-wffc"),
        profile("absent", "broken"),
        profile("juice", "juicefs").withAccessMode(AccessMode.READ_WRITE_ONCE),
        profile("missing", "no-such-class"));
  }

  private static Profile profile(String name, String storageClass) {
    return Profile.of(name, VolumeKind.DRIVE, "fast-rwo").withStorageClass(storageClass);
  }

  /** A client of an account in a namespace. */
  static StorageClient client(Backend backend, String account) {
    return client(backend, account, LOOP_BACKED);
  }

  /** The same, whose drives are of a storage class unless they ask for another. */
  static StorageClient client(Backend backend, String account, String storageClass) {
    return StorageClient.builder()
        .account(account)
        .owner(Owner.user("ana"))
        .region(REGION, RegionConfiguration.of(backend).withProfiles(profiles(storageClass)))
        .build();
  }

  static Kubernetes backend(TestNamespace namespace) {
    return Kubernetes.fromKubeconfig(namespace.kubeconfig())
        .namespace(namespace.name())
        .instance("mooring.local/tools:1", List.of("sleep", "infinity"), "Never");
  }

  /** A platform's own pod on one node, which runs a command to its end. */
  static Pod pod(String name, String node, List<String> command) {
    return new PodBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .withRestartPolicy("Never")
        .withTerminationGracePeriodSeconds(1L)
        .addToNodeSelector("kubernetes.io/hostname", node)
        .addNewContainer()
        .withName("main")
        .withImage("mooring.local/tools:1")
        .withImagePullPolicy("Never")
        .withCommand(command)
        .endContainer()
        .endSpec()
        .build();
  }

  /** Starts a pod, waits until its command has ended well, and removes it. */
  static void run(TestNamespace namespace, Pod pod, UnaryOperator<Pod> before) {
    var pods = namespace.admin().pods().inNamespace(namespace.name());
    String name = pod.getMetadata().getName();
    Pod unused = pods.resource(before.apply(pod)).create();
    String phase =
        Eventually.value(
            "pod " + name + " ends",
            () ->
                Optional.ofNullable(pods.withName(name).get())
                    .map(p -> p.getStatus().getPhase())
                    .filter(p -> p.equals("Succeeded") || p.equals("Failed")));
    if (!phase.equals("Succeeded")) {
      throw new AssertionError("pod " + unused.getMetadata().getName() + " is " + phase);
    }
  }

  static void remove(TestNamespace namespace, String pod) {
    var pods = namespace.admin().pods().inNamespace(namespace.name());
    pods.withName(pod).delete();
    Eventually.holds("pod " + pod + " is gone", () -> pods.withName(pod).get() == null);
  }
}
