package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.error.StorageException;
import dev.mooring.error.StorageTimeoutException;
import dev.mooring.profile.Profile;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.secret.MarkedSecrets;
import dev.mooring.volume.VolumeKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The main job with the real token of a service account, and a driver whose Secret is marked and
 * wrong: neither appears in what the SDK says, logs or stores.
 */
@Tag("real")
class SecretsRealTest {
  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  private final Told told = new Told();

  @AfterEach
  void close() {
    told.close();
    NAMESPACE.admin().storage().v1().storageClasses().withName(NAMESPACE.name()).delete();
  }

  @Test
  void no_secret_is_told_logged_or_stored() throws Exception {
    assertThat(MarkedSecrets.in(Files.readString(NAMESPACE.kubeconfig())))
        .as("the search knows a service account's token")
        .isTrue();
    badDriver();
    Profile bad =
        Profile.of("bad", VolumeKind.DRIVE, "fast-rwo").withStorageClass(NAMESPACE.name());
    RegionConfiguration region =
        RegionConfiguration.of(Cluster.backend(NAMESPACE))
            .withProfiles(
                List.of(
                    Profile.of("block", VolumeKind.DRIVE, "fast-rwo")
                        .withStorageClass("ceph-rbd")
                        .asDefault(),
                    bad));
    try (StorageClient storage =
        StorageClient.builder().account("acme").region(Cluster.REGION, region).build()) {
      storage.cloudDrives().create("good", d -> d.size(gb(1))).await(Eventually.PATIENCE);
      var instance =
          storage
              .instances()
              .launch("runner", r -> r.mount("good", "/data"))
              .await(Eventually.PATIENCE);
      told.text(instance.exec("env").toString());
      told.text(storage.regions().check() + " " + storage.configuration());
      try {
        storage
            .cloudDrives()
            .create("bad", d -> d.size(gb(1)).profile("bad"))
            .await(Duration.ofSeconds(20));
      } catch (StorageTimeoutException e) {
        told.error(e);
        told.text(e.reason() + " " + e.history());
      } catch (StorageException e) {
        told.error(e);
      }
      storage.cloudDrives().list().forEach(d -> told.text(d.statusReason() + " " + d.operations()));
      objects();
      told.assertNoSecret();
      System.out.println("secrets: none in " + told.size() + " texts, log lines and objects");
      instance.stop();
      storage.cloudDrives().named("bad").purge().await(Eventually.PATIENCE);
      storage.attachments().of(instance.target()).detachAll().await(Eventually.PATIENCE);
      storage.cloudDrives().named("good").purge().await(Eventually.PATIENCE);
    }
  }

  /** All that the SDK has made, and what the cluster says of it. */
  private void objects() {
    var admin = NAMESPACE.admin();
    String name = NAMESPACE.name();
    List<KubernetesResourceList<? extends HasMetadata>> lists =
        List.of(
            admin.persistentVolumeClaims().inNamespace(name).list(),
            admin.configMaps().inNamespace(name).withLabel("mooring.dev/record").list(),
            admin.pods().inNamespace(name).list());
    for (var list : lists) {
      assertThat(list.getItems()).isNotEmpty();
      list.getItems().forEach(object -> told.text(Serialization.asJson(object)));
    }
  }

  /** The class of the test bed, with a Secret of which the key is wrong. */
  private void badDriver() {
    var admin = NAMESPACE.admin();
    admin
        .secrets()
        .inNamespace(NAMESPACE.name())
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("driver")
                .endMetadata()
                .withStringData(
                    Map.of("userID", "admin", "userKey", MarkedSecrets.named("DriverKey")))
                .build())
        .create();
    StorageClass good = admin.storage().v1().storageClasses().withName("ceph-rbd").get();
    StorageClass bad =
        new StorageClassBuilder(good)
            .withNewMetadata()
            .withName(NAMESPACE.name())
            .endMetadata()
            .addToParameters("csi.storage.k8s.io/provisioner-secret-name", "driver")
            .addToParameters("csi.storage.k8s.io/provisioner-secret-namespace", NAMESPACE.name())
            .build();
    admin.storage().v1().storageClasses().resource(bad).create();
  }
}
