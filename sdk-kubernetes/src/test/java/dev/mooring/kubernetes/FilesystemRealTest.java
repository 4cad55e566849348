package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.Target;
import dev.mooring.error.InUseException;
import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.testkit.Aside;
import dev.mooring.testkit.Eventually;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("real")
@ParameterizedClass
@ValueSource(strings = {Cluster.LOOP_BACKED, Cluster.REAL_CEPH})
class FilesystemRealTest {
  private static final Duration PATIENCE = Eventually.PATIENCE;

  /** Says something, and waits for the answer: ends well only if both see each other's files. */
  private static final String MEETS =
      "echo from-%1$s > /shared/%1$s.new && mv /shared/%1$s.new /shared/%1$s"
          + " && until [ -e /shared/%2$s ]; do usleep 20000; done"
          + " && test \"$(cat /shared/%2$s)\" = from-%2$s";

  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  private final StorageClient storage;

  FilesystemRealTest(String storageClass) {
    this.storage = Cluster.client(Cluster.backend(NAMESPACE), "acme", storageClass);
  }

  @AfterEach
  void close() {
    storage.close();
  }

  private CompletableFuture<Void> start(String name, String node, String other) {
    Launch launch =
        storage
            .attachments()
            .to(Target.instance(name))
            .mount("datasets")
            .plan()
            .requireNoWarnings()
            .apply();
    List<String> command = List.of("sh", "-c", MEETS.formatted(name, other));
    return Aside.run(
        () ->
            Cluster.run(
                NAMESPACE, Cluster.pod(name, node, command), KubernetesMounts.of(launch)::addTo));
  }

  @Test
  void two_nodes_write_at_once_and_read_what_the_other_wrote() throws Exception {
    SharedFilesystem filesystem =
        storage
            .filesystems()
            .create("datasets", f -> f.size(gb(1)).mountPath("/shared"))
            .await(PATIENCE);
    assertThat(filesystem.accessMode()).contains(AccessMode.READ_WRITE_MANY);
    assertThat(filesystem.enforcement()).isEqualTo(SizeEnforcement.HARD);

    CompletableFuture<Void> one = start("one", "node-a", "two");
    CompletableFuture<Void> two = start("two", "node-b", "one");
    CompletableFuture.allOf(one, two).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

    assertThatThrownBy(filesystem::delete)
        .isInstanceOf(InUseException.class)
        .hasMessageContaining("one")
        .hasMessageContaining("two");
    for (String name : List.of("one", "two")) {
      Cluster.remove(NAMESPACE, name);
      storage.attachments().of(Target.instance(name)).detachAll().await(PATIENCE);
    }
    filesystem.delete().await(PATIENCE);
    assertThat(storage.filesystems().find("datasets")).isEmpty();
  }
}
