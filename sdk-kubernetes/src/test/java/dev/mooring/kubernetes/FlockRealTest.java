package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.Target;
import dev.mooring.testkit.Aside;
import dev.mooring.testkit.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Locks hold between the nodes of a CephFS. */
@Tag("real")
@ParameterizedClass
@ValueSource(strings = {Cluster.LOOP_BACKED, Cluster.REAL_CEPH})
class FlockRealTest {
  private static final Duration PATIENCE = Eventually.PATIENCE;

  /** Holds the lock until the other one has tried in vain, then lets it go. */
  private static final String HOLDS =
      "flock %1$s /shared/lock sh -c 'touch /shared/held;"
          + " until [ -e /shared/tried ]; do usleep 20000; done'";

  /** Is refused while the lock is held, by the status 75, and gets it afterwards. */
  private static final String WAITS =
      "until [ -e /shared/held ]; do usleep 20000; done;"
          + " flock %1$s --nonblock /shared/lock true; refused=$?;"
          + " flock %1$s --shared --nonblock /shared/lock true; shared=$?;"
          + " touch /shared/tried; test $refused = 75 && test $shared = 75"
          + " && flock %1$s /shared/lock true";

  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  private final StorageClient storage;

  FlockRealTest(String storageClass) {
    storage = Cluster.client(Cluster.backend(NAMESPACE), "acme", storageClass);
  }

  @BeforeEach
  void make() {
    var unused =
        storage
            .filesystems()
            .create("datasets", f -> f.size(gb(1)).mountPath("/shared"))
            .await(PATIENCE);
  }

  @AfterEach
  void close() {
    for (String name : List.of("holder", "waiter")) {
      Cluster.remove(NAMESPACE, name);
      storage.attachments().of(Target.instance(name)).detachAll().await(PATIENCE);
    }
    storage.filesystems().named("datasets").delete().await(PATIENCE);
    storage.close();
  }

  private CompletableFuture<Void> start(String name, String node, String script) {
    Launch launch =
        storage
            .attachments()
            .to(Target.instance(name))
            .mount("datasets")
            .plan()
            .requireNoWarnings()
            .apply();
    return Aside.run(
        () ->
            Cluster.run(
                NAMESPACE,
                Cluster.pod(name, node, List.of("sh", "-c", script)),
                KubernetesMounts.of(launch)::addTo));
  }

  @ParameterizedTest(name = "flock {0}")
  @ValueSource(strings = {"", "--posix"})
  void a_lock_of_one_node_is_held_against_the_other(String how) throws Exception {
    CompletableFuture<Void> holder = start("holder", "node-a", HOLDS.formatted(how));
    CompletableFuture<Void> waiter = start("waiter", "node-b", WAITS.formatted(how));
    CompletableFuture.allOf(holder, waiter).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }
}
