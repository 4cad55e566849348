package dev.mooring.kubernetes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.attachment.Target;
import dev.mooring.spi.Attaching;
import dev.mooring.spi.Presence;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.TargetRecord;
import dev.mooring.testkit.store.SampleRecords;
import dev.mooring.volume.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountTroublesTest {
  private final TargetRecord target = SampleRecords.target(Target.instance("trainer"), "t0");
  private final ScriptedServer server;
  private final StorageBackend backend;

  MountTroublesTest(@TempDir Path folder) throws IOException {
    server = ScriptedServer.start();
    backend = server.connect(folder);
  }

  @AfterEach
  void close() {
    backend.close();
    server.close();
  }

  private Presence presence() {
    return Objects.requireNonNull(
        backend.ability(Attaching.class).orElseThrow().presence(List.of(target)).get(target.key()));
  }

  /** The target's pod, which names the claims {@code drive-a} and {@code drive-b}. */
  private String pods(String phase) {
    return """
        {"metadata":{},"items":[
          {"metadata":{"name":"trainer","uid":"p1",
             "labels":{"mooring.dev/target":"%s","mooring.dev/token":"%s"}},
           "spec":{"containers":[],"volumes":[
             {"name":"first","persistentVolumeClaim":{"claimName":"drive-a"}},
             {"name":"second","persistentVolumeClaim":{"claimName":"drive-b"}},
             {"name":"settings","configMap":{"name":"x"}}]},
           "status":{"phase":"%s"}}]}"""
        .formatted(target.key(), target.token(), phase);
  }

  private static String event(String name, String minute, String reason, String message) {
    return """
        {"metadata":{"name":"%s","creationTimestamp":"2026-11-01T10:%s:00Z"},
         "involvedObject":{"uid":"p1"},"reason":"%s","message":"%s"}"""
        .formatted(name, minute, reason, message);
  }

  private static String list(String... items) {
    return "{\"metadata\":{},\"items\":[" + String.join(",", items) + "]}";
  }

  private static String claim(String volume) {
    return "{\"metadata\":{\"name\":\"c\"},\"spec\":{\"volumeName\":\"" + volume + "\"}}";
  }

  @Test
  void the_words_reach_the_claim_whose_volume_they_name() {
    server
        .then(200, pods("Pending"))
        .then(
            200,
            list(
                event("e1", "01", "Scheduled", "assigned to node-b"),
                event(
                    "e2",
                    "02",
                    "FailedAttachVolume",
                    "Multi-Attach error for volume \\\"pvc-2\\\" Volume is already used by pod(s) x"),
                event(
                    "e3",
                    "03",
                    "FailedMount",
                    "MountVolume.SetUp failed for volume \\\"settings\\\" : not found")))
        .then(200, claim("pvc-1"))
        .then(200, claim("pvc-2"));

    Presence presence = presence();

    assertThat(presence.exists()).isTrue();
    assertThat(presence.troubles()).containsOnlyKeys("drive-b");
    assertThat(presence.troubles().values())
        .singleElement()
        .satisfies(why -> assertThat(why.reason()).isEqualTo(Reason.IN_USE))
        .satisfies(why -> assertThat(why.raw()).contains("already used by pod(s) x"));
  }

  @Test
  void the_words_reach_all_claims_that_they_list() {
    server
        .then(200, pods("Pending"))
        .then(
            200,
            list(
                event(
                    "e1",
                    "01",
                    "FailedMount",
                    "Unable to attach or mount volumes: unmounted volumes=[second first],"
                        + " unattached volumes=[]: timed out, key=MARKED")));

    Presence presence = presence();

    assertThat(presence.troubles()).containsOnlyKeys("drive-a", "drive-b");
    assertThat(presence.troubles().values())
        .allSatisfy(why -> assertThat(why.reason()).isEqualTo(Reason.MOUNT_FAILED))
        .allSatisfy(why -> assertThat(why.raw()).contains("timed out").doesNotContain("MARKED"));
  }

  @Test
  void a_pod_whose_volumes_are_elsewhere_is_told_with_the_scheduler_s_words() {
    server
        .then(200, pods("Pending"))
        .then(
            200,
            list(
                event(
                    "e1",
                    "01",
                    "FailedScheduling",
                    "0/2 nodes are available: 1 node(s) didn't match PersistentVolume's node"
                        + " affinity, 1 node(s) didn't match Pod's node affinity/selector.")));

    Presence presence = presence();

    assertThat(presence.troubles()).containsOnlyKeys("drive-a", "drive-b");
    assertThat(presence.troubles().values())
        .allSatisfy(why -> assertThat(why.reason()).isEqualTo(Reason.TOPOLOGY))
        .allSatisfy(why -> assertThat(why.raw()).contains("PersistentVolume's node affinity"));
  }

  @Test
  void a_pod_that_waits_for_room_is_no_trouble_of_its_volumes() {
    server
        .then(200, pods("Pending"))
        .then(
            200,
            list(
                event(
                    "e1", "01", "FailedScheduling", "1 node(s) had volume node affinity conflict"),
                event(
                    "e2", "02", "FailedScheduling", "0/2 nodes are available: 2 Too many pods.")));

    assertThat(presence().troubles()).isEmpty();
  }

  @Test
  void what_was_mounted_after_all_is_no_trouble() {
    String failed = "Unable to attach or mount volumes: unmounted volumes=[first]: timed out";
    server
        .then(200, pods("Pending"))
        .then(
            200,
            list(event("e1", "01", "FailedMount", failed), event("e2", "02", "Pulling", "image")));

    assertThat(presence().troubles()).isEmpty();
  }

  @Test
  void nobody_asks_for_events_of_a_pod_that_runs() {
    server.then(200, pods("Running"));

    assertThat(presence().troubles()).isEmpty();
    assertThat(server.heard()).hasSize(1);
  }

  @Test
  void a_target_is_told_although_its_events_cannot_be_read() {
    server.then(200, pods("Pending")).status(500, "broken");

    assertThat(presence().exists()).isTrue();
  }
}
