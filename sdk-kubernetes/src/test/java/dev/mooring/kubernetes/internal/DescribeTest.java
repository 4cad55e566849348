package dev.mooring.kubernetes.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.describe.Finding;
import dev.mooring.describe.Finding.Sight;
import dev.mooring.error.UnavailableException;
import dev.mooring.spi.Describing;
import dev.mooring.spi.StorageBackend;
import dev.mooring.testkit.store.SampleRecords;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribeTest {
  private static final String BOUND =
      """
      {"metadata":{"name":"drive-a","namespace":"ns","uid":"u1",
        "annotations":{"volume.kubernetes.io/storage-provisioner":"rbd.csi.ceph.com"},
        "deletionTimestamp":"2026-11-01T10:00:00Z",
        "finalizers":["kubernetes.io/pvc-protection",
          "provisioner.storage.kubernetes.io/cloning-protection"]},
       "spec":{"volumeName":"pvc-1","storageClassName":"fast",
         "resources":{"requests":{"storage":"1G"}}},
       "status":{"phase":"Bound","capacity":{"storage":"1Gi"}}}""";
  private static final String NONE = "{\"metadata\":{},\"items\":[]}";

  private final ScriptedServer server;
  private final StorageBackend backend;

  DescribeTest(@TempDir Path folder) throws IOException {
    server = ScriptedServer.start();
    backend = server.connect(folder);
  }

  @AfterEach
  void close() {
    backend.close();
    server.close();
  }

  private Describing.Described describe() {
    return backend.ability(Describing.class).orElseThrow().describe(SampleRecords.drive("a"));
  }

  private static Finding first(Describing.Described described, String kind) {
    return described.findings().stream()
        .filter(finding -> finding.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static String list(String... items) {
    return "{\"metadata\":{},\"items\":[" + String.join(",", items) + "]}";
  }

  @Test
  void tells_everything_that_has_to_do_with_the_claim() {
    server
        .then(200, BOUND)
        .then(
            200,
            list(
                """
                {"metadata":{"name":"e1","creationTimestamp":"2026-11-01T09:00:00Z"},
                 "involvedObject":{"uid":"u1"},"reason":"ProvisioningSucceeded",
                 "message":"made, secretKey=MARKED"}"""))
        .then(
            200,
            """
            {"metadata":{"name":"pvc-1"},"spec":{"persistentVolumeReclaimPolicy":"Retain",
              "csi":{"driver":"rbd.csi.ceph.com","volumeHandle":"h1"},
              "nodeAffinity":{"required":{"nodeSelectorTerms":[{"matchExpressions":[
                {"key":"zone","operator":"In","values":["a"]}]}]}}},
             "status":{"phase":"Bound"}}""")
        .then(
            200,
            list(
                """
                {"metadata":{"name":"fast"},"provisioner":"rbd.csi.ceph.com",
                 "volumeBindingMode":"Immediate"}"""))
        .then(200, list("{\"metadata\":{\"name\":\"rbd.csi.ceph.com\"},\"spec\":{}}"))
        .then(
            200,
            list(
                """
                {"metadata":{"name":"trainer","uid":"p1","labels":{}},
                 "spec":{"nodeName":"node-b","containers":[],"volumes":[
                   {"name":"v","persistentVolumeClaim":{"claimName":"drive-a"}}]},
                 "status":{"phase":"Pending"}}""",
                """
                {"metadata":{"name":"stranger","uid":"p2"},
                 "spec":{"containers":[],"volumes":[]},"status":{"phase":"Running"}}"""))
        .then(
            200,
            list(
                """
                {"metadata":{"name":"e2","creationTimestamp":"2026-11-01T09:30:00Z"},
                 "involvedObject":{"uid":"p1"},"reason":"FailedAttachVolume",
                 "message":"Multi-Attach error for volume pvc-1"}"""))
        .then(
            200,
            list(
                """
                {"metadata":{"name":"a1"},"spec":{"nodeName":"node-a",
                   "source":{"persistentVolumeName":"pvc-1"}},"status":{"attached":true}}""",
                """
                {"metadata":{"name":"a2"},"spec":{"nodeName":"node-b",
                   "source":{"persistentVolumeName":"pvc-2"}},"status":{"attached":true}}"""))
        .then(
            200,
            list(
                """
                {"metadata":{"name":"node-a"},"spec":{"drivers":[{"name":"rbd.csi.ceph.com"}]}}""",
                "{\"metadata\":{\"name\":\"node-b\"},\"spec\":{\"drivers\":[]}}"))
        .then(
            200,
            list(
                """
                {"metadata":{"name":"copy"},"spec":{"dataSource":
                  {"kind":"PersistentVolumeClaim","name":"drive-a"}},
                 "status":{"phase":"Pending"}}"""));

    Describing.Described described = describe();

    assertThat(described.findings().stream().map(Finding::toString))
        .containsExactly(
            "PersistentVolumeClaim drive-a FOUND: Bound, being deleted",
            "PersistentVolume pvc-1 FOUND: Bound, its bytes stay when the claim is deleted"
                + " (Retain)",
            "StorageClass fast FOUND: of rbd.csi.ceph.com",
            "CSIDriver rbd.csi.ceph.com FOUND: installed",
            "Pod trainer FOUND: Pending on node-b: Multi-Attach error for volume pvc-1",
            "VolumeAttachment a1 FOUND: attached to node-a",
            "CSINode FOUND: 1 of 2 nodes have rbd.csi.ceph.com",
            "CSINode node-b ABSENT: lacks the node plugin of rbd.csi.ceph.com",
            "PersistentVolumeClaim copy FOUND: is made from it and keeps the volume from going until"
                + " it ends or is deleted");
    assertThat(first(described, "PersistentVolume").details())
        .containsEntry("nodes", "zone in a")
        .containsEntry("handle", "h1");
    assertThat(described.events())
        .extracting(event -> event.about() + " " + event.reason())
        .containsExactly(
            "PersistentVolumeClaim drive-a ProvisioningSucceeded",
            "Pod trainer FailedAttachVolume");
    assertThat(described.toString()).doesNotContain("MARKED");
  }

  @Test
  void what_may_not_be_read_says_so() {
    server.then(200, BOUND);
    for (int i = 0; i < 9; i++) {
      server.status(403, "no");
    }

    Describing.Described described = describe();

    assertThat(described.findings().stream().map(Finding::kind))
        .containsExactlyInAnyOrder(
            "PersistentVolumeClaim",
            "PersistentVolume",
            "StorageClass",
            "Pod",
            "VolumeAttachment",
            "CSIDriver",
            "CSINode",
            "PersistentVolumeClaim",
            "Event");
    assertThat(described.findings())
        .filteredOn(finding -> !finding.name().equals("drive-a"))
        .allSatisfy(finding -> assertThat(finding.sight()).isEqualTo(Sight.UNREADABLE))
        .allSatisfy(finding -> assertThat(finding.words()).isNotEmpty());
    assertThat(described.events()).isEmpty();
  }

  @Test
  void a_claim_that_is_gone_is_absent() {
    server.status(404, "not found").then(200, NONE).then(200, NONE).then(200, NONE);

    assertThat(first(describe(), "PersistentVolumeClaim").sight()).isEqualTo(Sight.ABSENT);
  }

  @Test
  void a_server_that_fails_is_an_error_and_no_finding() {
    server.status(500, "broken");

    assertThatThrownBy(this::describe).isInstanceOf(UnavailableException.class);
  }
}
