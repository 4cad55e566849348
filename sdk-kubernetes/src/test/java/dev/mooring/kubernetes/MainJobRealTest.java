package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.Target;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.InUseException;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.testkit.Eventually;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.SizeEnforcement;
import dev.mooring.volume.VolumeStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("real")
@ParameterizedClass
@CsvSource({
  Cluster.LOOP_BACKED + ", rbd.csi.ceph.com",
  Cluster.REAL_CEPH + ", rook-ceph.rbd.csi.ceph.com"
})
class MainJobRealTest {
  private static final Duration PATIENCE = Eventually.PATIENCE;

  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  private final CountingBackend backend = CountingBackend.of(Cluster.backend(NAMESPACE));
  private final StorageClient storage;
  private final String storageClass;
  private final String driver;

  MainJobRealTest(String storageClass, String driver) {
    this.storageClass = storageClass;
    this.driver = driver;
    this.storage = Cluster.client(backend, "acme", storageClass);
  }

  @AfterAll
  static void no_image_is_left() {
    CephPool.assertNothingOf(NAMESPACE);
  }

  @AfterEach
  void close() {
    storage.close();
  }

  private CloudDrive create(String name) {
    return storage.cloudDrives().create(CreateDrive.named(name).size(gb(1))).await(PATIENCE);
  }

  private Launch attach(String target, String drive) {
    return storage
        .attachments()
        .to(Target.instance(target))
        .mount(drive, "/workspace")
        .plan()
        .requireNoWarnings()
        .apply();
  }

  @Test
  void a_drive_moves_from_node_to_node_with_its_bytes() {
    CloudDrive drive = create("workspace");
    assertThat(drive.accessMode()).contains(AccessMode.READ_WRITE_ONCE_POD);
    assertThat(drive.backendDetails())
        .containsEntry("namespace", NAMESPACE.name())
        .containsEntry("storageClass", storageClass)
        .containsEntry("driver", driver);
    assertThat(drive.enforcement()).isEqualTo(SizeEnforcement.HARD);

    Launch first = attach("one", "workspace");
    Pod writer =
        Cluster.pod("writer", "node-a", List.of("sh", "-c", "echo kept > /workspace/f && sync"));
    Cluster.run(NAMESPACE, writer, KubernetesMounts.of(first)::addTo);
    // A finished pod's object still keeps the claim from being deleted, and delete says so.
    assertThatThrownBy(() -> drive.delete().await(PATIENCE))
        .isInstanceOfSatisfying(
            InUseException.class,
            e -> assertThat(e.holders()).anySatisfy(h -> assertThat(h.toString()).contains("one")));
    storage.attachments().of(Target.instance("one")).detachAll().await(PATIENCE);
    assertThatThrownBy(() -> drive.delete().await(PATIENCE))
        .isInstanceOf(InUseException.class)
        .hasMessageContaining("writer");
    Cluster.remove(NAMESPACE, "writer");

    Launch second = attach("two", "workspace");
    Pod reader =
        Cluster.pod("reader", "node-b", List.of("sh", "-c", "test \"$(cat /workspace/f)\" = kept"));
    Cluster.run(NAMESPACE, reader, KubernetesMounts.of(second)::addTo);
    Cluster.remove(NAMESPACE, "reader");
    storage.attachments().of(Target.instance("two")).detachAll().await(PATIENCE);
    drive.delete().await(PATIENCE);

    assertThat(storage.cloudDrives().find("workspace")).isEmpty();
  }

  @Test
  void a_create_takes_few_requests() {
    create("warm").delete().await(PATIENCE);
    // The least of some: now and then the shared watch is opened anew meanwhile.
    List<Long> requests = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String name = "counted" + i;
      long before = backend.requests();
      CloudDrive drive = storage.cloudDrives().create(CreateDrive.named(name).size(gb(1)));
      requests.add(backend.requests() - before);
      drive.await(PATIENCE).delete().await(PATIENCE);
    }
    // One read, one write, and a look whether the account reserves its names.
    assertThat(Collections.min(requests)).as("of %s", requests).isBetween(1L, 3L);
  }

  @Test
  void a_deployment_holds_its_drive_also_when_it_is_scaled_to_zero() {
    CloudDrive drive = create("served");
    storage.attachments().to(Target.deployment("api")).mount("served", "/data").plan().apply();
    var deployments = NAMESPACE.admin().apps().deployments().inNamespace(NAMESPACE.name());
    deployments
        .resource(
            new DeploymentBuilder()
                .withNewMetadata()
                .withName("api")
                .endMetadata()
                .withNewSpec()
                .withReplicas(0)
                .withNewSelector()
                .withMatchLabels(Map.of("app", "api"))
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(Map.of("app", "api"))
                .endMetadata()
                .withSpec(
                    Cluster.pod("x", "node-a", List.of("true")).getSpec().toBuilder()
                        .withRestartPolicy("Always")
                        .build())
                .endTemplate()
                .endSpec()
                .build())
        .create();

    assertThat(storage.cloudDrives().named("served").attachments())
        .singleElement()
        .satisfies(attachment -> assertThat(attachment.live()).isTrue());

    deployments.withName("api").delete();
    Eventually.holds(
        "the drive is free", () -> storage.cloudDrives().named("served").attachments().isEmpty());
    drive.delete().await(PATIENCE);
  }

  @Test
  void a_target_of_another_namespace_is_refused() {
    CloudDrive drive = create("here");
    assertThatThrownBy(
            () ->
                storage
                    .attachments()
                    .to(Target.instance("a").namespace("default"))
                    .mount("here", "/x")
                    .plan()
                    .apply())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(NAMESPACE.name());
    drive.delete().await(PATIENCE);
  }

  @Test
  void a_drive_of_first_use_is_ready_before_it_is_bound() {
    CloudDrive drive =
        storage
            .cloudDrives()
            .create(CreateDrive.named("later").size(gb(1)).profile("first-use"))
            .await(PATIENCE);
    assertThat(drive.status()).isEqualTo(VolumeStatus.PENDING);
    Launch launch = attach("first", "later");
    Pod user = Cluster.pod("user", "node-b", List.of("sh", "-c", "echo x > /workspace/f"));
    Cluster.run(NAMESPACE, user, KubernetesMounts.of(launch)::addTo);

    assertThat(drive.refresh().provisioning().name()).isEqualTo("AVAILABLE");

    Cluster.remove(NAMESPACE, "user");
    storage.attachments().of(Target.instance("first")).detachAll().await(PATIENCE);
    drive.delete().await(PATIENCE);
  }
}
