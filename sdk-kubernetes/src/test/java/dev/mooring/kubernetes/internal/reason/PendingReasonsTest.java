package dev.mooring.kubernetes.internal.reason;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.volume.Reason;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PendingReasonsTest {
  private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");
  private static final String FULL = "rpc error: code = ResourceExhausted desc = pool is full";

  private static Seen seen(String reason, String message, int count, int first, int last) {
    return new Seen("u", reason, message, count, START.plusSeconds(first), START.plusSeconds(last));
  }

  private static Why why(Seen... events) {
    return PendingReasons.of(Arrays.asList(events)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          rpc error: code = InvalidArgument desc = clusterID must be set | BAD_PARAMETERS | true
          rpc error: code = InvalidArgument desc = provided secret is empty | BAD_CREDENTIALS | true
          rpc error: code = InvalidArgument desc = failed to get connection: connecting failed: rados: ret=-13, Permission denied | BAD_CREDENTIALS | true
          rpc error: code = Internal desc = failed to get connection: connecting failed: rados: ret=-13, Permission denied | BAD_CREDENTIALS | false
          rpc error: code = Internal desc = pool not found: pool (nosuch) not found in Ceph cluster | BAD_PARAMETERS | false
          rpc error: code = Internal desc = rados: ret=-110, Connection timed out | BACKEND_UNREACHABLE | false
          rpc error: code = DeadlineExceeded desc = context deadline exceeded | BACKEND_UNREACHABLE | false
          rpc error: code = Aborted desc = clone from snapshot is already in progress | IN_PROGRESS | false
          rpc error: code = ResourceExhausted desc = pool is full | NO_CAPACITY | false
          rpc error: code = Unknown desc = something | DRIVER_ERROR | false
          storageclass.storage.k8s.io "nosuch" not found | NO_SUCH_CLASS | false
          no persistent volumes available for this claim and no storage class is set | NO_SUCH_CLASS | true
          error getting secret nosuch-secret in namespace ns: secrets "nosuch-secret" not found | BAD_CREDENTIALS | false
          failed to strip CSI Parameters of prefixed keys: found unknown parameter key "csi.storage.k8s.io/nosuch" with reserved namespace csi.storage.k8s.io/ | BAD_PARAMETERS | false
          error generating accessibility requirements: no available topology found | TOPOLOGY | false
          """)
  void the_drivers_words_have_one_meaning_in_every_release_of_the_provisioner(
      String words, Reason reason, boolean permanent) {
    Why bare = why(seen("ProvisioningFailed", words, 1, 0, 0));
    Why old =
        why(
            seen(
                "ProvisioningFailed",
                "failed to provision volume with StorageClass \"x\": " + words,
                1,
                0,
                0));

    assertThat(List.of(bare, old))
        .allSatisfy(
            told -> {
              assertThat(told.reason()).isEqualTo(reason);
              assertThat(told.permanent()).isEqualTo(permanent);
              assertThat(told.raw()).endsWith(words);
            });
  }

  @Test
  void an_infeasible_error_is_for_good() {
    Why told =
        why(
            seen(
                "ProvisioningFailed",
                "Volume provisioning failed with infeasible error. Retries will be delayed. rpc"
                    + " error: code = InvalidArgument desc = clusterID must be set",
                1,
                0,
                0));

    assertThat(told.permanent()).isTrue();
    assertThat(told.reason()).isEqualTo(Reason.BAD_PARAMETERS);
  }

  @Test
  void lack_of_space_is_for_good_when_it_came_three_times_running() {
    assertThat(why(seen("ProvisioningFailed", FULL, 2, 0, 4)).permanent()).isFalse();
    assertThat(why(seen("ProvisioningFailed", FULL, 3, 0, 8)).permanent()).isTrue();
    assertThat(
            why(
                    seen("ProvisioningFailed", FULL, 2, 0, 4),
                    seen("ProvisioningFailed", FULL + ": 9 GiB left", 1, 8, 8))
                .permanent())
        .isTrue();
    assertThat(
            why(
                    seen("ProvisioningFailed", FULL, 2, 0, 4),
                    seen("ProvisioningFailed", "rpc error: code = Internal desc = x", 1, 5, 5),
                    seen("ProvisioningFailed", FULL + " again", 1, 8, 8))
                .permanent())
        .isFalse();
  }

  @Test
  void a_class_that_a_controller_has_not_read_yet_is_missing_for_good_when_it_says_so_again() {
    String words = "storageclass.storage.k8s.io \"new\" not found";
    Seen early = seen("ProvisioningFailed", words, 1, 0, 0);
    assertThat(why(early).permanent()).isFalse();
    assertThat(why(seen("ProvisioningFailed", words, 3, 0, 30)).permanent()).isTrue();
    Seen asked = seen("ExternalProvisioning", "Waiting for a volume to be created", 2, 15, 30);
    assertThat(why(early, asked).reason()).isEqualTo(Reason.IN_PROGRESS);
    assertThat(PendingReasons.unanswered(List.of(early))).isZero();
    assertThat(PendingReasons.unanswered(List.of(early, asked))).isEqualTo(2);
    assertThat(why(asked, seen("ProvisioningFailed", words, 3, 31, 60)).reason())
        .as("it is deleted since")
        .isEqualTo(Reason.NO_SUCH_CLASS);
  }

  @Test
  void the_next_try_does_not_hide_why_the_last_one_failed() {
    Why told =
        why(
            seen("Provisioning", "External provisioner is provisioning volume", 3, 0, 9),
            seen("ProvisioningFailed", "rpc error: code = Unknown desc = x", 2, 1, 5));

    assertThat(told.reason()).isEqualTo(Reason.DRIVER_ERROR);
    assertThat(told.provisioning()).isTrue();
  }

  @Test
  void an_aborted_try_does_not_hide_that_the_backend_is_away() {
    Why told =
        why(
            seen("ProvisioningFailed", "rpc error: code = DeadlineExceeded desc = slow", 1, 1, 1),
            seen(
                "ProvisioningFailed",
                "rpc error: code = Aborted desc = an operation with the given Volume ID x already"
                    + " exists",
                4,
                2,
                9));

    assertThat(told.reason()).isEqualTo(Reason.BACKEND_UNREACHABLE);
  }

  @Test
  void a_claim_that_waits_for_its_first_pod_is_ready() {
    Why told =
        why(seen("WaitForFirstConsumer", "waiting for first consumer to be created", 3, 0, 9));

    assertThat(told.reason()).isEqualTo(Reason.READY_ON_FIRST_USE);
    assertThat(told.permanent()).isFalse();
    assertThat(told.provisioning()).isFalse();
  }

  @Test
  void a_failure_after_the_first_pod_came_is_told() {
    Why told =
        why(
            seen("WaitForFirstConsumer", "waiting for first consumer", 1, 0, 0),
            seen("Provisioning", "External provisioner is provisioning volume", 1, 5, 5),
            seen("ProvisioningFailed", "rpc error: code = InvalidArgument desc = x", 1, 6, 6));

    assertThat(told.reason()).isEqualTo(Reason.BAD_PARAMETERS);
  }

  @Test
  void a_provisioner_that_was_called_and_never_answered_is_counted() {
    Seen asked = seen("ExternalProvisioning", "Waiting for a volume to be created", 4, 0, 60);

    assertThat(PendingReasons.unanswered(List.of(asked))).isEqualTo(4);
    assertThat(PendingReasons.unanswered(List.of(asked, seen("Provisioning", "", 1, 1, 1))))
        .isZero();
    assertThat(why(asked).reason()).isEqualTo(Reason.IN_PROGRESS);
  }

  @Test
  void without_events_nobody_knows() {
    assertThat(PendingReasons.of(List.of())).isEmpty();
    assertThat(PendingReasons.of(List.of(seen("Resizing", "x", 1, 0, 0)))).isEmpty();
  }
}
