package dev.mooring.kubernetes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.spi.HealthChecking;
import dev.mooring.spi.HealthChecking.Checked;
import dev.mooring.spi.StorageBackend;
import dev.mooring.testkit.store.SampleRecords;
import dev.mooring.volume.HealthState;
import dev.mooring.volume.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What stands against the use of a claim, case by case; each case ends with what was asked last.
 */
class HealthTest {
  private static final String CLAIM =
      """
      {"metadata":{"name":"a","namespace":"ns","uid":"u1"},
       "spec":{"volumeName":"pvc-1"},"status":{"phase":"Bound"}}""";
  private static final String USER =
      """
      {"metadata":{"name":"p","uid":"p1"},
       "spec":{"nodeName":"node-a","volumes":[{"name":"v","persistentVolumeClaim":
         {"claimName":"%s"}}]},
       "status":{"phase":"Running"}}""";
  private static final String NONE = list();
  private static final String SERVING = list(csiNode("node-a", "rbd.csi.ceph.com"));

  private final ScriptedServer server;
  private final StorageBackend backend;

  HealthTest(@TempDir Path folder) throws IOException {
    server = ScriptedServer.start();
    backend = server.connect(folder);
  }

  @AfterEach
  void close() {
    backend.close();
    server.close();
  }

  private static String list(String... items) {
    return "{\"metadata\":{},\"items\":[" + String.join(",", items) + "]}";
  }

  private static String csiNode(String node, String driver) {
    return "{\"metadata\":{\"name\":\"%s\"},\"spec\":{\"drivers\":[{\"name\":\"%s\"}]}}"
        .formatted(node, driver);
  }

  private static String volume(String more, String phase) {
    return """
        {"metadata":{"name":"pvc-1"%s},"spec":{"csi":{"driver":"rbd.csi.ceph.com"},
          "claimRef":{"uid":"u1"}},
         "status":{"phase":"%s","lastPhaseTransitionTime":"2026-11-01T09:00:00Z"}}"""
        .formatted(more, phase);
  }

  private static String event(String reason, String time) {
    return """
        {"metadata":{"name":"e-%1$s","creationTimestamp":"%2$s"},"involvedObject":{"uid":"u1"},
         "reason":"%1$s","message":"pool is slow","lastTimestamp":"%2$s"}"""
        .formatted(reason, time);
  }

  private static String attachment(String node) {
    return """
        {"metadata":{"name":"va"},"spec":{"nodeName":"%s","source":
          {"persistentVolumeName":"pvc-1"}},"status":{"attached":true}}"""
        .formatted(node);
  }

  private static String node(String ready) {
    return """
        {"metadata":{"name":"node-a"},"status":{"conditions":[{"type":"Ready","status":"%s",
          "message":"Kubelet stopped posting node status.",
          "lastTransitionTime":"2026-11-01T08:00:00Z"}]}}"""
        .formatted(ready);
  }

  /** The answers until its PersistentVolume is read, of a claim that nobody uses. */
  private ScriptedServer unused(String... events) {
    return server.then(200, CLAIM).then(200, NONE).then(200, list(events));
  }

  private Checked check() {
    return backend.ability(HealthChecking.class).orElseThrow().check(SampleRecords.drive("a"));
  }

  private void assertOnly(HealthState state, Reason reason, String words) {
    Checked checked = check();
    assertThat(checked.symptoms())
        .singleElement()
        .satisfies(
            symptom -> {
              assertThat(symptom.state()).isEqualTo(state);
              assertThat(symptom.reason().reason()).isEqualTo(reason);
              assertThat(symptom.reason().raw()).contains(words);
            });
    assertThat(checked.unseen()).isEmpty();
  }

  @Test
  void a_claim_that_may_not_be_read_is_not_gone() {
    server.status(403, "persistentvolumeclaims is forbidden");
    Checked checked = check();
    assertThat(checked.symptoms()).isEmpty();
    assertThat(checked.unseen()).singleElement().asString().contains("its claim", "role.yaml");
  }

  @Test
  void a_claim_that_is_bound_and_used_by_a_living_node_is_well() {
    server
        .then(200, CLAIM)
        .then(200, list(USER.formatted(SampleRecords.drive("a").key())))
        .then(200, NONE)
        .then(200, NONE)
        .then(200, volume("", "Bound"))
        .then(200, SERVING)
        .then(200, list(attachment("node-a")))
        .then(200, node("True"));
    assertThat(check()).isEqualTo(Checked.well());
    assertThat(server.heard()).last().isEqualTo("GET /api/v1/nodes/node-a");
    assertThat(server.heard()).hasSize(8);
  }

  @Test
  void a_claim_that_is_gone_is_lost() {
    server.status(404, "not found");
    assertOnly(HealthState.INACCESSIBLE, Reason.VOLUME_LOST, "its claim is gone");
  }

  @Test
  void a_volume_that_is_gone_is_lost() {
    unused().status(404, "not found").then(200, NONE);
    assertOnly(HealthState.INACCESSIBLE, Reason.VOLUME_LOST, "pvc-1 does not exist any more");
  }

  @Test
  void a_volume_that_belongs_to_another_claim_is_lost() {
    unused().then(200, volume("", "Bound").replace("u1", "u2")).then(200, SERVING).then(200, NONE);
    assertOnly(HealthState.INACCESSIBLE, Reason.VOLUME_LOST, "belongs to another claim");
  }

  @Test
  void a_released_volume_is_lost_since_its_phase_changed() {
    unused().then(200, volume("", "Released")).then(200, SERVING).then(200, NONE);
    Checked checked = check();
    assertThat(checked.symptoms())
        .singleElement()
        .satisfies(
            symptom -> {
              assertThat(symptom.state()).isEqualTo(HealthState.INACCESSIBLE);
              assertThat(symptom.reason().raw()).contains("is Released");
              assertThat(symptom.reason().since()).isEqualTo(Instant.parse("2026-11-01T09:00:00Z"));
            });
  }

  @Test
  void a_failed_volume_is_lost() {
    unused().then(200, volume("", "Failed")).then(200, SERVING).then(200, NONE);
    assertOnly(HealthState.INACCESSIBLE, Reason.VOLUME_LOST, "is Failed");
  }

  @Test
  void a_volume_that_is_being_deleted_can_be_used_for_now() {
    unused()
        .then(200, volume(",\"deletionTimestamp\":\"2026-11-01T10:00:00Z\"", "Bound"))
        .then(200, SERVING)
        .then(200, NONE);
    assertOnly(HealthState.DEGRADED, Reason.VOLUME_LOST, "is being deleted");
  }

  @Test
  void without_a_node_plugin_anywhere_nobody_can_mount_it() {
    unused()
        .then(200, volume("", "Bound"))
        .then(200, list(csiNode("node-a", "other.example.com")))
        .then(200, NONE);
    assertOnly(HealthState.INACCESSIBLE, Reason.NODE_PLUGIN_ABSENT, "no node has");
  }

  @Test
  void a_user_on_a_node_without_the_node_plugin_is_in_trouble() {
    server
        .then(200, CLAIM)
        .then(200, list(USER.formatted(SampleRecords.drive("a").key())))
        .then(200, NONE)
        .then(200, NONE)
        .then(200, volume("", "Bound"))
        .then(200, list(csiNode("node-b", "rbd.csi.ceph.com")))
        .then(200, NONE)
        .then(200, node("True"));
    assertOnly(HealthState.DEGRADED, Reason.NODE_PLUGIN_ABSENT, "the node node-a lacks");
  }

  @Test
  void a_monitor_that_finds_it_abnormal_is_heard() {
    unused(event("VolumeConditionAbnormal", "2026-11-01T09:00:00Z"))
        .then(200, volume("", "Bound"))
        .then(200, SERVING)
        .then(200, NONE);
    assertOnly(HealthState.DEGRADED, Reason.VOLUME_ABNORMAL, "pool is slow");
  }

  @Test
  void until_it_finds_it_normal_again() {
    unused(
            event("VolumeConditionAbnormal", "2026-11-01T09:00:00Z"),
            event("VolumeConditionNormal", "2026-11-01T09:05:00Z"))
        .then(200, volume("", "Bound"))
        .then(200, SERVING)
        .then(200, NONE);
    assertThat(check()).isEqualTo(Checked.well());
  }

  @Test
  void a_drive_on_a_dead_node_cannot_be_reached() {
    unused()
        .then(200, volume("", "Bound"))
        .then(200, SERVING)
        .then(200, list(attachment("node-a")))
        .then(200, node("Unknown"));
    assertOnly(HealthState.INACCESSIBLE, Reason.NODE_LOST, "is not ready: Kubelet stopped");
  }

  @Test
  void a_drive_on_a_node_that_is_gone_cannot_be_reached() {
    unused()
        .then(200, volume("", "Bound"))
        .then(200, SERVING)
        .then(200, list(attachment("node-a")))
        .status(404, "not found");
    assertOnly(HealthState.INACCESSIBLE, Reason.NODE_LOST, "node-a, which has it, is gone");
  }

  @Test
  void what_may_not_be_seen_is_told_and_is_no_symptom() {
    server
        .then(200, CLAIM)
        .status(403, "pods")
        .status(403, "events")
        .status(403, "persistentvolumes")
        .status(403, "volumeattachments");
    Checked checked = check();
    assertThat(checked.symptoms()).isEmpty();
    assertThat(checked.unseen())
        .hasSize(4)
        .allSatisfy(words -> assertThat(words).contains("bind deploy/"));
  }
}
