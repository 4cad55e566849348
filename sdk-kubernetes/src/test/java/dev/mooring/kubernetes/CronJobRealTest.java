package dev.mooring.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real")
class CronJobRealTest {
  @AutoClose private static final TestNamespace NAMESPACE = TestNamespace.make();

  private static MaintenanceCronJob job() {
    return MaintenanceCronJob.named("mooring-maintenance")
        .namespace(NAMESPACE.name())
        .image("mooring.local/tools:1");
  }

  private static CronJob tried(String yaml) {
    CronJob read = Serialization.unmarshal(yaml, CronJob.class);
    return NAMESPACE
        .admin()
        .batch()
        .v1()
        .cronjobs()
        .inNamespace(NAMESPACE.name())
        .resource(read)
        .dryRun()
        .create();
  }

  @Test
  void the_api_server_takes_the_manifest_as_it_is_rendered() {
    CronJob taken = tried(job().yaml());
    assertThat(taken.getSpec())
        .usingRecursiveComparison()
        .ignoringExpectedNullFields()
        .comparingOnlyFields("schedule", "timeZone", "concurrencyPolicy", "startingDeadlineSeconds")
        .isEqualTo(job().object().getSpec());
    assertThat(taken.getMetadata().getUid()).isNotBlank();
    assertThat(
            NAMESPACE
                .admin()
                .batch()
                .v1()
                .cronjobs()
                .inNamespace(NAMESPACE.name())
                .list()
                .getItems())
        .as("a dry run makes nothing")
        .isEmpty();
  }

  @Test
  void the_dry_run_would_have_refused_it() {
    assertThatThrownBy(() -> tried(job().schedule("99 * * * *").yaml()))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining("schedule");
  }

  @Test
  void its_pods_fit_the_restricted_standard() {
    var namespaces = NAMESPACE.admin().namespaces();
    Namespace restricted =
        namespaces
            .withName(NAMESPACE.name())
            .edit(
                n ->
                    new NamespaceBuilder(n)
                        .editMetadata()
                        .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                        .endMetadata()
                        .build());
    assertThat(restricted.getMetadata().getLabels()).containsValue("restricted");
    Pod pod =
        new PodBuilder()
            .withNewMetadata()
            .withName("maintenance")
            .withNamespace(NAMESPACE.name())
            .endMetadata()
            .withSpec(job().object().getSpec().getJobTemplate().getSpec().getTemplate().getSpec())
            .build();
    var pods = NAMESPACE.admin().pods().inNamespace(NAMESPACE.name());
    assertThat(pods.resource(pod).dryRun().create().getSpec().getServiceAccountName())
        .isEqualTo("mooring");
    Pod lax =
        new PodBuilder(pod)
            .editSpec()
            .editFirstContainer()
            .withSecurityContext(null)
            .endContainer()
            .endSpec()
            .build();
    assertThatThrownBy(() -> pods.resource(lax).dryRun().create())
        .as("the standard is in force")
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining("restricted");
  }
}
