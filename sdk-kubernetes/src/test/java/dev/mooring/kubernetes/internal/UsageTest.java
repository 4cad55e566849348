package dev.mooring.kubernetes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.UsageSampling;
import dev.mooring.spi.UsageSampling.Sampled;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.store.SampleRecords;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.VolumeUsage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Usage from what kubelets measure, and why there is none. */
class UsageTest {
  private static final VolumeRecord DRIVE = SampleRecords.drive("a");
  private static final long SIZE = DRIVE.spec().sizeBytes();

  private final ScriptedServer server;
  private final StorageBackend backend;

  UsageTest(@TempDir Path folder) throws IOException {
    server = ScriptedServer.start();
    backend = server.connect(folder);
  }

  @AfterEach
  void close() {
    backend.close();
    server.close();
  }

  private Sampled sample() {
    return backend.ability(UsageSampling.class).orElseThrow().sample(DRIVE);
  }

  private static String list(String... items) {
    return "{\"metadata\":{},\"items\":[" + String.join(",", items) + "]}";
  }

  private static String pod(String name, String node, String phase) {
    return """
        {"metadata":{"name":"%s"},"spec":{"nodeName":"%s","volumes":[{"name":"v",
          "persistentVolumeClaim":{"claimName":"%s"}}]},"status":{"phase":"%s"}}"""
        .formatted(name, node, DRIVE.key(), phase);
  }

  /** As a kubelet tells it. */
  private static String summary(String claim, String figures) {
    return """
        {"node":{"nodeName":"node-a"},"pods":[{"podRef":{"name":"p"},"volume":[
          {"time":"2026-11-01T10:00:00Z","availableBytes":5,"capacityBytes":9,"usedBytes":4,
           "inodesFree":1,"inodes":2,"inodesUsed":1,"name":"kube-api-access"},
          {"time":"2026-11-01T10:00:00Z",%s"name":"v",
           "pvcRef":{"name":"%s","namespace":"ns"}}]}]}"""
        .formatted(figures, claim);
  }

  private static String figures(long total) {
    return "\"capacityBytes\":" + total + ",\"usedBytes\":4096,\"inodes\":65536,\"inodesUsed\":11,";
  }

  @Test
  void tells_what_the_kubelet_measured_of_the_claim() {
    server
        .then(200, list(pod("p", "node-a", "Running"), pod("q", "node-b", "Succeeded")))
        .then(200, summary(DRIVE.key(), figures(SIZE)));
    assertThat(sample())
        .isEqualTo(
            Sampled.of(
                new VolumeUsage(
                    Capacity.ofBytes(4096),
                    Capacity.ofBytes(SIZE),
                    11L,
                    65536L,
                    Instant.parse("2026-11-01T10:00:00Z"))));
    assertThat(server.heard()).last().isEqualTo("GET /api/v1/nodes/node-a/proxy/stats/summary");
    assertThat(server.heard()).hasSize(2);
  }

  @Test
  void what_no_pod_mounts_nobody_measures() {
    server.then(200, list(pod("q", "node-b", "Succeeded")));
    Sampled sampled = sample();
    assertThat(sampled.usage()).isNull();
    assertThat(sampled.words()).contains("no running pod mounts it");
    assertThat(server.heard()).singleElement().isEqualTo("GET /api/v1/namespaces/ns/pods");
  }

  @Test
  void figures_that_are_left_out_are_unknown_and_not_zero() {
    server.then(200, list(pod("p", "node-a", "Running"))).then(200, summary(DRIVE.key(), ""));
    assertThat(sample().usage()).isNull();
    server
        .then(200, list(pod("p", "node-a", "Running")))
        .then(200, summary(DRIVE.key(), "\"usedBytes\":7,\"inodes\":0,\"inodesUsed\":0,"));
    VolumeUsage usage = Objects.requireNonNull(sample().usage());
    assertThat(usage.used()).isEqualTo(Capacity.ofBytes(7));
    assertThat(usage.totalIfKnown()).isEmpty();
    assertThat(usage.usedInodesIfKnown()).isEmpty();
    assertThat(usage.totalInodesIfKnown()).isEmpty();
  }

  @Test
  void another_claims_figures_are_not_taken() {
    server.then(200, list(pod("p", "node-a", "Running"))).then(200, summary("other", figures(1)));
    Sampled sampled = sample();
    assertThat(sampled.usage()).isNull();
    assertThat(sampled.words()).contains("has not measured it yet");
  }

  @Test
  void the_whole_servers_figures_are_not_taken_for_the_volumes() {
    server
        .then(200, list(pod("p", "node-a", "Running")))
        .then(200, summary(DRIVE.key(), figures(50 * SIZE)));
    Sampled sampled = sample();
    assertThat(sampled.usage()).isNull();
    assertThat(sampled.words()).contains("only a part");
  }

  @Test
  void without_the_right_it_says_which_to_bind() {
    server
        .then(200, list(pod("p", "node-a", "Running")))
        .status(403, "nodes \\\"node-a\\\" is forbidden");
    Sampled sampled = sample();
    assertThat(sampled.usage()).isNull();
    assertThat(sampled.words()).contains("deploy/clusterrole-usage.yaml");
  }

  @Test
  void a_node_that_fails_is_told_and_the_next_one_is_asked() {
    server
        .then(200, list(pod("p", "node-a", "Running"), pod("q", "node-b", "Running")))
        .status(500, "failed to get rootFs stats")
        .then(200, summary(DRIVE.key(), figures(SIZE)));
    assertThat(sample().usage()).isNotNull();
    server.then(200, list(pod("p", "node-a", "Running"))).status(500, "failed to get rootFs stats");
    assertThat(sample().words()).contains("node-a does not tell", "rootFs");
  }
}
