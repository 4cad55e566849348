package dev.mooring.kubernetes;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.AccessDeniedException;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.error.Violation;
import dev.mooring.operation.Plan;
import dev.mooring.profile.Availability;
import dev.mooring.region.Probe;
import dev.mooring.region.QuotaUsage;
import dev.mooring.testkit.Eventually;
import dev.mooring.volume.AccessMode;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real")
class RightsRealTest {
  @Test
  void without_a_role_everything_is_denied_by_name() {
    try (TestNamespace namespace = TestNamespace.withoutRoles();
        StorageClient storage = Cluster.client(Cluster.backend(namespace), "acme")) {
      assertThatThrownBy(() -> storage.cloudDrives().list().toList())
          .isInstanceOf(AccessDeniedException.class)
          .hasMessageContaining("persistentvolumeclaims")
          .hasMessageContaining("list")
          .hasMessageContaining("docs/kubernetes.md");
      assertThat(storage.regions().check())
          .anySatisfy(
              line -> {
                assertThat(line.name()).isEqualTo("right to create persistentvolumeclaims");
                assertThat(line.outcome()).isEqualTo(Probe.Outcome.FAILED);
                assertThat(line.detail()).contains("role.yaml");
              });
    }
  }

  @Test
  void without_the_cluster_role_all_but_diagnosis_works() {
    try (TestNamespace namespace = TestNamespace.withoutRoles();
        StorageClient storage = Cluster.client(Cluster.backend(namespace), "acme")) {
      namespace.bindRole();
      assertThat(storage.profiles().list(Cluster.REGION))
          .allSatisfy(
              offer ->
                  assertThat(offer.availability().state()).isEqualTo(Availability.State.UNKNOWN));
      var drive =
          storage
              .cloudDrives()
              .create(CreateDrive.named("workspace").size(gb(1)))
              .await(Eventually.PATIENCE);
      assertThat(drive.accessMode()).contains(AccessMode.READ_WRITE_ONCE);
      drive.delete().await(Eventually.PATIENCE);
    }
  }

  @Test
  void with_both_roles_every_probe_is_well_and_a_quota_tells_its_figures() {
    try (TestNamespace namespace = TestNamespace.make();
        StorageClient storage = Cluster.client(Cluster.backend(namespace), "acme")) {
      assertThat(storage.regions().check())
          .filteredOn(line -> !line.name().contains("missing"))
          .extracting(Probe::outcome)
          .containsOnly(Probe.Outcome.OK);
      var quotas = namespace.admin().resourceQuotas().inNamespace(namespace.name());
      quotas
          .resource(
              new ResourceQuotaBuilder()
                  .withNewMetadata()
                  .withName("small")
                  .endMetadata()
                  .withNewSpec()
                  .addToHard("requests.storage", new Quantity("2G"))
                  .addToHard("persistentvolumeclaims", new Quantity("1"))
                  .addToHard(
                      "broken.storageclass.storage.k8s.io/requests.storage", new Quantity("0"))
                  .endSpec()
                  .build())
          .create();
      Eventually.holds(
          "the quota is counted",
          () ->
              quotas.withName("small").get().getStatus().getUsed() != null
                  && !quotas.withName("small").get().getStatus().getUsed().isEmpty());
      storage
          .cloudDrives()
          .create(CreateDrive.named("fits").size(gb(1)))
          .await(Eventually.PATIENCE);

      assertThatThrownBy(() -> storage.cloudDrives().create(CreateDrive.named("over").size(gb(2))))
          .isInstanceOfSatisfying(
              QuotaExceededException.class,
              e ->
                  assertThat(List.of(e.used(), e.limit(), e.asked()))
                      .extracting(figure -> figure.orElse(-1))
                      .containsExactly(1_000_000_000L, 2_000_000_000L, 2_000_000_000L));
      Plan<CloudDrive> planned = storage.cloudDrives().plan(CreateDrive.named("over").size(gb(2)));
      assertThatThrownBy(planned::apply)
          .as("the plan knows it before")
          .isInstanceOfSatisfying(
              QuotaExceededException.class, e -> assertThat(e.limit()).hasValue(2_000_000_000L));
      assertThat(storage.cloudDrives().plan(CreateDrive.named("one-more").size(gb(1))).violations())
          .extracting(Violation::message)
          .singleElement()
          .asString()
          .contains("persistentvolumeclaims is 1, 1 are used, and 1 are asked for");
      assertThat(
              storage
                  .cloudDrives()
                  .plan(CreateDrive.named("none").size(gb(1)).profile("absent"))
                  .violations())
          .as("a limit of one class")
          .isNotEmpty();
      assertThat(storage.regions().quotas(Cluster.REGION))
          .extracting(QuotaUsage::toString)
          .contains("ResourceQuota small, requests.storage: 1GB used of 2GB");
      storage.cloudDrives().named("fits").delete().await(Eventually.PATIENCE);
    }
  }
}
