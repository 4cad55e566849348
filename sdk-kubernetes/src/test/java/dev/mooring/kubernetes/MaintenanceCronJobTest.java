package dev.mooring.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.error.InvalidRequestException;
import dev.mooring.error.Violation;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

class MaintenanceCronJobTest {
  private final MaintenanceCronJob job =
      MaintenanceCronJob.named("keep")
          .namespace("acme")
          .image("registry.example/mooring@sha256:0123")
          .schedule("*/15 0-6 * * MON,TUE")
          .serviceAccount("runner")
          .configMap("settings");

  @Test
  void what_is_asked_is_rendered_and_can_be_read_back() {
    CronJob read = Serialization.unmarshal(job.yaml(), CronJob.class);
    assertThat(read).isEqualTo(job.object());
    var pod = read.getSpec().getJobTemplate().getSpec().getTemplate().getSpec();
    assertThat(read.getMetadata().getNamespace()).isEqualTo("acme");
    assertThat(read.getSpec().getSchedule()).isEqualTo("*/15 0-6 * * MON,TUE");
    assertThat(pod.getServiceAccountName()).isEqualTo("runner");
    assertThat(pod.getVolumes().get(0).getConfigMap().getName()).isEqualTo("settings");
    assertThat(pod.getContainers())
        .singleElement()
        .satisfies(
            container -> {
              assertThat(container.getImage()).isEqualTo("registry.example/mooring@sha256:0123");
              assertThat(container.getCommand())
                  .containsExactly("mooring", "maintenance", "run", "--json");
            });
    assertThat(job.yaml()).doesNotContainIgnoringCase("secret");
  }

  @Test
  void all_that_is_wrong_is_told_at_once() {
    InvalidRequestException wrong =
        catchThrowableOfType(
            InvalidRequestException.class,
            () ->
                MaintenanceCronJob.named("x".repeat(53))
                    .image("a b")
                    .schedule("hourly")
                    .serviceAccount("No")
                    .configMap("a/b")
                    .yaml());
    assertThat(wrong.violations())
        .extracting(Violation::field)
        .containsExactly("name", "namespace", "image", "schedule", "serviceAccount", "configMap");
  }
}
