package dev.mooring.kubernetes.internal.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.admin.ClassManifest;
import dev.mooring.admin.ClassSecret;
import dev.mooring.admin.StorageClassSpec;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.kubernetes.csi.CephRbdClass;
import dev.mooring.kubernetes.csi.NfsClass;
import org.junit.jupiter.api.Test;

class RenderingTest {
  private static final CephRbdClass FAST =
      CephRbdClass.named("fast")
          .clusterId("ceph")
          .pool("nvme")
          .secret(Rendering.secret("userID", "userKey"));

  private final Rendering rendering = new Rendering();

  @Test
  void a_class_comes_with_its_secret_masked_and_its_snapshot_class() {
    ClassManifest manifest = rendering.manifest(FAST);

    assertThat(manifest.yaml())
        .contains("masked", "userKey: \"***\"")
        .containsSubsequence(
            "kind: \"Secret\"",
            "kind: \"StorageClass\"",
            "clusterID: \"ceph\"",
            "csi.storage.k8s.io/controller-expand-secret-name: \"credentials\"",
            "pool: \"nvme\"",
            "allowVolumeExpansion: true",
            "kind: \"VolumeSnapshotClass\"",
            "clusterID: \"ceph\"",
            "csi.storage.k8s.io/snapshotter-secret-name: \"credentials\"")
        .doesNotContain("MARKED");
    assertThat(manifest.complete().reveal()).contains("userKey: \"MARKED-userKey\"");
    assertThat(manifest.toString() + FAST + FAST.spec().secret()).doesNotContain("MARKED");
  }

  @Test
  void nodes_get_their_own_secret_and_one_that_is_there_is_only_named() {
    String yaml =
        rendering
            .manifest(
                FAST.secret(ClassSecret.named("rook-ceph", "provisioner"))
                    .nodeSecret(ClassSecret.named("rook-ceph", "node")))
            .yaml();

    assertThat(yaml)
        .contains("csi.storage.k8s.io/provisioner-secret-name: \"provisioner\"")
        .contains("csi.storage.k8s.io/node-stage-secret-name: \"node\"")
        .doesNotContain("kind: \"Secret\"", "masked");
  }

  @Test
  void choices_reach_the_class() {
    assertThat(
            rendering
                .manifest(
                    NfsClass.named("kept")
                        .server("s")
                        .share("/e")
                        .retains(true)
                        .onFirstUse(true)
                        .expands(false)
                        .snapshots(false)
                        .mountOption("nfsvers=4.1"))
                .yaml())
        .contains("reclaimPolicy: \"Retain\"")
        .contains("volumeBindingMode: \"WaitForFirstConsumer\"")
        .contains("allowVolumeExpansion: false")
        .contains("- \"nfsvers=4.1\"")
        .doesNotContain("VolumeSnapshotClass");
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    assertThat(
            rendering.fields(
                CephRbdClass.named("../secrets")
                    .parameter("csi.storage.k8s.io/node-stage-secret-nam", "x")
                    .secret(ClassSecret.named("Not/A/Namespace", "s"))))
        .contains(
            "name",
            "secret.namespace",
            "parameters.clusterID",
            "parameters.pool",
            "parameters.csi.storage.k8s.io/node-stage-secret-nam");
  }

  @Test
  void two_secrets_of_one_name_are_a_contradiction() {
    assertThat(rendering.fields(FAST.nodeSecret(Rendering.secret("userID", "userKey", "more"))))
        .contains("nodeSecret");
    assertThat(rendering.fields(FAST.nodeSecret(Rendering.secret("userID", "userKey")))).isEmpty();
  }

  @Test
  void a_driver_that_nobody_knows_is_let_through_with_all_secrets() {
    assertThat(
            rendering
                .manifest(
                    StorageClassSpec.of("any", "ebs.example.com").secret(Rendering.secret("key")))
                .yaml())
        .contains("csi.storage.k8s.io/controller-publish-secret-name", "provisioner-secret-name");
  }

  @Test
  void no_error_shows_a_secret() {
    assertThatThrownBy(() -> rendering.manifest(FAST.pool("")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("parameters.pool")
        .hasMessageNotContaining("MARKED");
  }
}
