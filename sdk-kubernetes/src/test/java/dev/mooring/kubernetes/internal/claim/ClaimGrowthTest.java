package dev.mooring.kubernetes.internal.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.kubernetes.csi.Expansion;
import dev.mooring.kubernetes.internal.api.Json;
import dev.mooring.volume.Reason;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimGrowthTest {
  private static final Instant SINCE = Instant.parse("2026-11-21T10:00:00Z");
  private static final String INFEASIBLE =
      "resize volume \\\"pvc-1\\\" by resizer \\\"rbd.csi.ceph.com\\\" failed: rpc error: code = OutOfRange desc = too large";

  private final Json json = new Json();

  /** The growth of a claim that asks for so much and has 1 GiB, with more words in its status. */
  private Optional<ClaimGrowth> growth(String asked, String status) {
    String claim =
        """
        {"metadata":{"name":"drive-a"},"spec":{"resources":{"requests":{"storage":"%s"}}},
         "status":{"phase":"Bound","capacity":{"storage":"1Gi"}%s}}"""
            .formatted(asked, status);
    return ClaimGrowth.of(json.read(claim, PersistentVolumeClaim.class), SINCE, Expansion.ONLINE);
  }

  private static String condition(String type, String message) {
    return ",\"conditions\":[{\"type\":\"%s\",\"status\":\"True\",\"lastTransitionTime\":\"2026-11-21T11:00:00Z\",\"message\":\"%s\"}]"
        .formatted(type, message);
  }

  private static String phase(String phase) {
    return ",\"allocatedResourceStatuses\":{\"storage\":\"" + phase + "\"}";
  }

  @Test
  void what_has_all_that_it_asks_for_does_not_grow() {
    assertThat(growth("1G", "")).isEmpty();
    assertThat(growth("1Gi", "")).isEmpty();
  }

  @Test
  void what_asks_for_more_grows_since_it_was_asked() {
    ClaimGrowth growth = growth("3G", "").orElseThrow();

    assertThat(growth.permanent()).isFalse();
    assertThat(growth.reason().reason()).isEqualTo(Reason.EXPANDING);
    assertThat(growth.reason().raw()).isEqualTo("the backend grows");
    assertThat(growth.reason().since()).isEqualTo(SINCE);
  }

  @Test
  void the_phases_are_told() {
    assertThat(growth("3G", condition("Resizing", "")).orElseThrow().reason().since())
        .isEqualTo("2026-11-21T11:00:00Z");
    assertThat(growth("3G", condition("FileSystemResizePending", "")).orElseThrow().reason().raw())
        .contains("when a pod mounts it");
    assertThat(growth("3G", phase("NodeResizePending")).orElseThrow().reason().reason())
        .isEqualTo(Reason.GROWS_ON_NEXT_USE);
    assertThat(growth("1G", phase("NodeResizeInProgress")).orElseThrow().reason().reason())
        .as("the backend has grown before the filesystem has")
        .isEqualTo(Reason.EXPANDING);
  }

  @Test
  void what_the_driver_calls_infeasible_has_failed_in_its_words() {
    ClaimGrowth growth =
        growth(
                "3G",
                phase("ControllerResizeInfeasible")
                    + condition("ControllerResizeError", INFEASIBLE))
            .orElseThrow();

    assertThat(growth.permanent()).isTrue();
    assertThat(growth.reason().reason()).isEqualTo(Reason.BAD_PARAMETERS);
    assertThat(growth.reason().raw()).contains("OutOfRange desc = too large");
  }

  @Test
  void a_verdict_on_less_is_none_on_more() {
    String refused =
        phase("ControllerResizeInfeasible") + ",\"allocatedResources\":{\"storage\":\"3G\"}";

    assertThat(growth("3G", refused).orElseThrow().permanent()).isTrue();
    assertThat(growth("4G", refused).orElseThrow().permanent()).isFalse();
    assertThat(growth("4G", refused).orElseThrow().reason().reason()).isEqualTo(Reason.EXPANDING);
  }

  @Test
  void an_error_of_an_earlier_step_is_over() {
    String later = phase("NodeResizePending") + condition("ControllerResizeError", "was busy");

    assertThat(growth("3G", later).orElseThrow().reason().reason())
        .isEqualTo(Reason.GROWS_ON_NEXT_USE);
    assertThat(growth("1G", condition("ControllerResizeError", "was busy"))).isEmpty();
  }

  @Test
  void a_node_that_cannot_grow_what_is_mounted_needs_its_users_to_restart() {
    ClaimGrowth growth =
        growth(
                "3G",
                phase("NodeResizeInProgress")
                    + condition(
                        "NodeResizeError",
                        "rpc error: code = FailedPrecondition desc = it grows when mounted next"))
            .orElseThrow();

    assertThat(growth.permanent()).isFalse();
    assertThat(growth.reason().reason()).isEqualTo(Reason.NEEDS_RESTART);
  }

  @Test
  void an_error_that_may_get_better_is_told_and_waited_for() {
    ClaimGrowth growth =
        growth(
                "3G",
                phase("ControllerResizeInProgress")
                    + condition("ControllerResizeError", "rpc error: code = Internal desc = busy"))
            .orElseThrow();

    assertThat(growth.permanent()).isFalse();
    assertThat(growth.reason().reason()).isEqualTo(Reason.EXPANDING);
    assertThat(growth.reason().raw()).contains("busy");
  }
}
