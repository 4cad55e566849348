package dev.mooring.kubernetes.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.error.ConflictException;
import dev.mooring.error.InternalException;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.OutcomeUnknownException;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.error.UnavailableException;
import dev.mooring.spi.Created;
import dev.mooring.spi.RecordQuery;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.store.SampleRecords;
import dev.mooring.volume.ProvisioningState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RareAnswersTest {
  private static final String CLAIMS = "/api/v1/namespaces/ns/persistentvolumeclaims";
  private static final String OVER =
      "exceeded quota: q, requested: requests.storage=1G, used: requests.storage=9G, limited: requests.storage=9G";

  private final VolumeRecord draft = SampleRecords.drive("a");
  private ScriptedServer server;
  private StorageBackend backend;

  RareAnswersTest(@TempDir Path folder) throws IOException {
    server = ScriptedServer.start();
    backend = server.connect(folder);
  }

  @BeforeEach
  void nothingIsAskedBeforeItMust() {
    assertThat(server.heard()).isEmpty();
  }

  @AfterEach
  void close() {
    backend.close();
    server.close();
  }

  /** The claim as the server has it once it is bound. */
  private String bound() {
    return """
        {"kind":"PersistentVolumeClaim","apiVersion":"v1",
         "metadata":{"name":"drive-a","namespace":"ns","uid":"u","resourceVersion":"7",
          "creationTimestamp":"2026-11-01T10:00:00Z",
          "labels":{"mooring.dev/account":"acme","mooring.dev/kind":"drive","mooring.dev/name":"a",
           "mooring.dev/owner":"user.ana","mooring.dev/profile":"block","mooring.dev/volume-id":"%s"},
          "annotations":{"mooring.dev/region":"us-central"}},
         "spec":{"accessModes":["ReadWriteOncePod"],"resources":{"requests":{"storage":"1G"}}},
         "status":{"phase":"Bound","capacity":{"storage":"1Gi"}}}"""
        .formatted(draft.spec().id());
  }

  @Test
  void a_create_whose_twin_won_the_quota_returns_the_twin() {
    server.status(404, "not found").status(403, OVER).then(200, bound());

    Created<VolumeRecord> created = backend.volumes().create(draft);

    assertThat(created.created()).isFalse();
    assertThat(created.record().spec().id()).isEqualTo(draft.spec().id());
    assertThat(created.record().provisioned().state()).isEqualTo(ProvisioningState.AVAILABLE);
    assertThat(server.heard())
        .containsExactly(
            "GET " + CLAIMS + "/drive-a", "POST " + CLAIMS, "GET " + CLAIMS + "/drive-a");
  }

  @Test
  void a_create_over_the_quota_without_a_twin_tells_the_figures() {
    server.status(404, "not found").status(403, OVER).status(404, "not found");

    assertThatThrownBy(() -> backend.volumes().create(draft))
        .isInstanceOfSatisfying(
            QuotaExceededException.class, e -> assertThat(e.limit()).hasValue(9_000_000_000L));
  }

  @Test
  void a_create_that_met_its_twin_returns_it() {
    server.status(404, "not found").status(409, "already exists").then(200, bound());

    assertThat(backend.volumes().create(draft).created()).isFalse();
  }

  @Test
  void a_name_that_is_anothers_is_a_conflict() {
    String foreign = bound().replace("\"acme\"", "\"other\"");
    server.then(200, foreign).status(409, "already exists").then(200, foreign);

    assertThatThrownBy(() -> backend.volumes().create(draft))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("drive-a");
  }

  @Test
  void a_quota_that_was_not_counted_yet_is_no_refusal() {
    server
        .status(404, "not found")
        .status(403, "status unknown for quota: q")
        .status(404, "not found");

    assertThatThrownBy(() -> backend.volumes().create(draft))
        .isInstanceOf(UnavailableException.class);
  }

  @Test
  void a_missing_namespace_is_named() {
    server.status(404, "not found").status(404, "namespaces ns not found");

    assertThatThrownBy(() -> backend.volumes().create(draft))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("namespace ns does not exist")
        .hasMessageContaining("createNamespace");
  }

  @Test
  void a_lost_answer_to_a_create_leaves_it_open() {
    server.status(404, "not found").lost();

    assertThatThrownBy(() -> backend.volumes().create(draft))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void a_stale_change_and_one_of_what_is_gone_are_empty() {
    server.then(200, bound());
    VolumeRecord record = backend.volumes().get("drive-a").orElseThrow();

    server.status(409, "the object has been modified");
    assertThat(backend.volumes().swap(record)).isEmpty();
    server.status(404, "not found");
    assertThat(backend.volumes().swap(record)).isEmpty();
    assertThat(backend.volumes().swap(draft)).isEmpty();
    assertThat(server.heard()).filteredOn(request -> request.startsWith("PATCH")).hasSize(2);
  }

  @Test
  void a_stale_delete_does_nothing_and_one_of_what_is_gone_is_done() {
    server.then(200, bound());
    VolumeRecord record = backend.volumes().get("drive-a").orElseThrow();

    server.status(409, "the UID in the precondition does not match");
    assertThat(backend.volumes().delete(record)).isFalse();
    server.status(404, "not found");
    assertThat(backend.volumes().delete(record)).isTrue();
  }

  @Test
  void a_broken_record_is_left_out_of_a_list_also_alone_and_told_when_it_is_asked_for() {
    String broken = bound().replace(draft.spec().id().value(), "none of ours");
    server.then(200, "{\"metadata\":{},\"items\":[" + broken + "]}").then(200, broken);

    assertThat(backend.volumes().list(RecordQuery.where(Map.of())).records()).isEmpty();
    assertThatThrownBy(() -> backend.volumes().get("drive-a"))
        .isInstanceOf(InternalException.class);
  }

  @Test
  void a_claim_of_another_account_is_not_there() {
    server.then(200, bound().replace("\"acme\"", "\"other\""));

    assertThat(backend.volumes().get("drive-a")).isEmpty();
  }
}
