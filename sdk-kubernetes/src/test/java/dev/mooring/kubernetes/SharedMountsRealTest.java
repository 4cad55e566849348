package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.Target;
import dev.mooring.error.InUseException;
import dev.mooring.filesystem.Share;
import dev.mooring.filesystem.ShareRequest;
import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.testkit.Eventually;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Pods of two namespaces in one filesystem. */
@Tag("real")
@ParameterizedClass
@ValueSource(strings = {"cephfs", "ceph-filesystem", "juicefs", "nfs"})
class SharedMountsRealTest {
  private static final Duration PATIENCE = Eventually.PATIENCE;

  @AutoClose private static final SharingSpaces SPACES = new SharingSpaces();

  private final StorageClient storage;
  private final SharedFilesystem filesystem;

  SharedMountsRealTest(String storageClass) {
    storage = SPACES.client(storageClass);
    filesystem =
        storage
            .filesystems()
            .create("datasets", f -> f.size(gb(1)).mountPath("/shared"))
            .await(PATIENCE);
  }

  @AfterEach
  void nothing_is_left() {
    filesystem.refresh().shares().forEach(share -> share.revoke().await(PATIENCE));
    SPACES.assertNothingShared();
    filesystem.delete().await(PATIENCE);
    assertThat(storage.filesystems().find("datasets")).isEmpty();
    storage.close();
  }

  /** Runs a script in the account's own namespace, with the filesystem at {@code /shared}. */
  private void here(String name, String node, String script) {
    Launch launch =
        storage
            .attachments()
            .to(Target.instance(name))
            .mount("datasets")
            .plan()
            .requireNoWarnings()
            .apply();
    Cluster.run(
        SPACES.home,
        Cluster.pod(name, node, List.of("sh", "-c", script)),
        KubernetesMounts.of(launch)::addTo);
    Cluster.remove(SPACES.home, name);
    storage.attachments().of(Target.instance(name)).detachAll().await(PATIENCE);
  }

  private void there(String name, String node, Share share, String script) {
    Cluster.run(SPACES.other, SPACES.pod(name, node, share.claim(), script), pod -> pod);
    Cluster.remove(SPACES.other, name);
  }

  private Share share(boolean readOnly) {
    ShareRequest request = ShareRequest.into(SPACES.other.name());
    return filesystem.share(readOnly ? request.asReadOnly() : request).await(PATIENCE);
  }

  @Test
  void they_see_each_others_files_and_revoking_keeps_them() {
    here("one", "node-a", "echo from-home > /shared/home && sync");
    Share share = share(false);
    there(
        "two",
        "node-b",
        share,
        "test \"$(cat /theirs/home)\" = from-home && echo from-there > /theirs/there && sync");
    here("three", "node-b", "test \"$(cat /shared/there)\" = from-there");
    share.revoke().await(PATIENCE);
    SPACES.assertNothingShared();
    here("four", "node-a", "cat /shared/home /shared/there");
  }

  @Test
  void read_only_is_read_only() {
    here("one", "node-a", "echo from-home > /shared/home && sync");
    Share share = share(true);
    there(
        "two",
        "node-a",
        share,
        "test \"$(cat /theirs/home)\" = from-home && ! touch /theirs/new && ! rm /theirs/home");
    here("three", "node-a", "test -e /shared/home && ! test -e /shared/new");
  }

  @Test
  void a_share_that_is_mounted_is_not_revoked() {
    Share share = share(false);
    var pods = SPACES.other.admin().pods().inNamespace(SPACES.other.name());
    Pod unused = pods.resource(SPACES.pod("user", "node-b", share.claim(), "sleep 600")).create();
    Eventually.value(
        "the pod runs",
        () ->
            Optional.ofNullable(pods.withName("user").get())
                .filter(pod -> pod.getStatus().getPhase().equals("Running")));
    assertThatThrownBy(share::revoke)
        .isInstanceOf(InUseException.class)
        .hasMessageContaining("pod/user");
    assertThatThrownBy(filesystem::delete)
        .isInstanceOf(InUseException.class)
        .hasMessageContaining("share/" + SPACES.other.name());
    Cluster.remove(SPACES.other, "user");
    share.revoke().await(PATIENCE);
  }
}
