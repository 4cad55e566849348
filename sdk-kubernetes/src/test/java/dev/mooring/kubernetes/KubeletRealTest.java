package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Target;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.config.Timeouts;
import dev.mooring.drive.CloudDrive;
import dev.mooring.error.InUseException;
import dev.mooring.error.StorageException;
import dev.mooring.error.StorageTimeoutException;
import dev.mooring.instance.Instance;
import dev.mooring.testkit.Eventually;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A node's kubelet is stopped while an instance runs there: nobody can tell whether the pod still
 * writes, so its drive is given to nobody else.
 */
@Tag("real")
@Tag("disruptive")
class KubeletRealTest {
  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  @RegisterExtension final TestBed testBed = new TestBed();

  /** Gives up soon what cannot end. */
  private final StorageClient storage =
      StorageClient.builder()
          .account("acme")
          .timeouts(new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(8)))
          .region(
              Cluster.REGION,
              RegionConfiguration.of(Cluster.backend(NAMESPACE))
                  .withProfiles(Cluster.profiles(Cluster.LOOP_BACKED)))
          .build();

  @AfterEach
  void close() {
    testBed.up();
    NAMESPACE.admin().pods().inNamespace(NAMESPACE.name()).withGracePeriod(0).delete();
    storage.close();
    NAMESPACE.empty();
  }

  private StorageException attachTo(String target) {
    return catchThrowableOfType(
        StorageException.class,
        () -> storage.attachments().to(Target.instance(target)).mount("d", "/w").plan().apply());
  }

  @Test
  void a_drive_is_kept_from_others_while_the_pod_may_still_write() {
    CloudDrive drive =
        storage.cloudDrives().create("d", d -> d.size(gb(1))).await(Eventually.PATIENCE);
    Instance instance =
        storage.instances().launch("one", m -> m.mount("d", "/w")).await(Eventually.PATIENCE);
    instance.exec("sh", "-c", "echo hello > /w/notes && sync");
    String node =
        NAMESPACE
            .admin()
            .pods()
            .inNamespace(NAMESPACE.name())
            .withLabel("mooring.dev/instance", "one")
            .list()
            .getItems()
            .get(0)
            .getSpec()
            .getNodeName();
    testBed.kill("kubelet-" + node.substring("node-".length()));

    StorageTimeoutException stopping =
        catchThrowableOfType(StorageTimeoutException.class, instance::stop);
    assertThat(stopping).as("stopping cannot end").isNotNull();
    assertThat(stopping.hint()).as("what to do").isNotEmpty();
    // The pod's object is about to go, but its processes run on.
    assertThat(attachTo("two")).isInstanceOf(InUseException.class).hasMessageContaining("one");
    assertThat(catchThrowableOfType(StorageException.class, () -> drive.delete().await()))
        .isInstanceOf(InUseException.class);
    assertThat(storage.cloudDrives().named("d").attachments())
        .singleElement()
        .satisfies(attachment -> assertThat(attachment.live()).isTrue());

    testBed.up();
    Eventually.holds("the instance is gone", () -> storage.instances().find("one").isEmpty());
    Instance next =
        storage.instances().launch("two", m -> m.mount("d", "/w")).await(Eventually.PATIENCE);
    assertThat(next.exec("cat", "/w/notes").stdout()).isEqualTo("hello\n");
    next.stop();
    drive.delete().await(Eventually.PATIENCE);
  }
}
