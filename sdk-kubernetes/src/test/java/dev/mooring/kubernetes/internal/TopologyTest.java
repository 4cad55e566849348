package dev.mooring.kubernetes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.error.Violation;
import dev.mooring.operation.Warning;
import dev.mooring.profile.Profile;
import dev.mooring.snapshot.SnapshotId;
import dev.mooring.snapshot.VolumeSource;
import dev.mooring.spi.Feasibility;
import dev.mooring.spi.Provisioning;
import dev.mooring.spi.SourceSpec;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.VolumeSpec;
import dev.mooring.testkit.store.SampleRecords;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyTest {
  private static final String ZONE = "topology.kubernetes.io/zone";
  private static final String CLAIM =
      "{\"metadata\":{\"name\":\"drive-x\"},\"spec\":{\"volumeName\":\"pvc-1\"}}";

  private final ScriptedServer server;
  private final StorageBackend backend;

  TopologyTest(@TempDir Path folder) throws IOException {
    server = ScriptedServer.start();
    backend = server.connect(folder);
    server.then(
        200,
        """
        {"metadata":{},"items":[
          {"metadata":{"name":"anywhere"},"provisioner":"rbd.csi.ceph.com"},
          {"metadata":{"name":"in-a-or-c"},"provisioner":"rbd.csi.ceph.com",
           "allowedTopologies":[{"matchLabelExpressions":[{"key":"%1$s","values":["a","c"]}]}]},
          {"metadata":{"name":"in-b"},"provisioner":"rbd.csi.ceph.com",
           "allowedTopologies":[{"matchLabelExpressions":[{"key":"%1$s","values":["b"]}]}]}]}"""
            .formatted(ZONE));
  }

  @AfterEach
  void close() {
    backend.close();
    server.close();
  }

  private static Profile profile(String storageClass, @Nullable String zone) {
    return Profile.of("block", VolumeKind.DRIVE, "fast-rwo")
        .withStorageClass(storageClass)
        .withNodeSelector(zone == null ? Map.of() : Map.of(ZONE, zone));
  }

  private static SourceSpec volume(String storageClass) {
    return new SourceSpec(
        VolumeSource.volume(VolumeRef.drive("x")), "vol-1", "drive-x", 1, storageClass);
  }

  private static SourceSpec snapshot(String storageClass) {
    SnapshotId id = SnapshotId.random();
    return new SourceSpec(VolumeSource.snapshot(id), id.value(), "snap-x", 1, storageClass);
  }

  private Feasibility check(Profile profile, @Nullable SourceSpec source) {
    VolumeSpec s = SampleRecords.drive("new").spec();
    VolumeSpec spec =
        new VolumeSpec(
            s.id(),
            s.account(),
            s.kind(),
            s.name(),
            s.owner(),
            s.region(),
            s.profile(),
            s.sizeBytes(),
            null,
            null,
            null,
            null,
            s.labels(),
            source);
    return backend.ability(Provisioning.class).orElseThrow().check(profile, spec);
  }

  private static List<String> places(Feasibility answer) {
    return answer.warnings().stream()
        .filter(warning -> warning.code().equals(Warning.TOPOLOGY))
        .map(Warning::message)
        .toList();
  }

  private static String inZone(String zone) {
    return "{\"metadata\":{\"name\":\"pvc-1\"},\"spec\":{\"nodeAffinity\":{\"required\":"
        + "{\"nodeSelectorTerms\":[{\"matchExpressions\":[{\"key\":\""
        + ZONE
        + "\",\"operator\":\"In\",\"values\":[\""
        + zone
        + "\"]}]}]}}}}";
  }

  @Test
  void a_profile_for_nodes_that_its_class_does_not_serve_is_refused() {
    assertThat(check(profile("in-a-or-c", "b"), null).violations())
        .singleElement()
        .extracting(Violation::message)
        .asString()
        .contains(ZONE + " in b", ZONE + " in a, c", "no pod could mount");
    assertThat(check(profile("in-a-or-c", "c"), null).violations()).isEmpty();
    assertThat(check(profile("in-a-or-c", null), null).violations()).isEmpty();
    assertThat(check(profile("anywhere", "b"), null).violations()).isEmpty();
  }

  @Test
  void other_labels_than_the_class_s_do_not_matter() {
    Profile gpu = profile("in-a-or-c", null).withNodeSelector(Map.of("gpu", "yes"));
    assertThat(check(gpu, null).violations()).isEmpty();
  }

  @Test
  void a_copy_of_a_volume_in_another_zone_is_warned_of() {
    server.then(200, CLAIM).then(200, inZone("a"));
    assertThat(places(check(profile("anywhere", "b"), volume("anywhere"))))
        .singleElement()
        .asString()
        .contains("drive:x is for nodes with " + ZONE + " in a", "those with " + ZONE + " in b");

    server.then(200, CLAIM).then(200, inZone("a"));
    assertThat(places(check(profile("in-b", null), volume("anywhere")))).hasSize(1);
    server.then(200, CLAIM).then(200, inZone("c"));
    assertThat(places(check(profile("in-a-or-c", null), volume("anywhere")))).isEmpty();
    assertThat(server.heard()).contains("GET /api/v1/persistentvolumes/pvc-1");
  }

  @Test
  void a_snapshot_is_where_its_class_makes_volumes() {
    assertThat(places(check(profile("in-b", null), snapshot("in-a-or-c")))).hasSize(1);
    assertThat(places(check(profile("anywhere", "b"), snapshot("in-a-or-c")))).hasSize(1);
    assertThat(places(check(profile("anywhere", "b"), snapshot("in-b")))).isEmpty();
    assertThat(places(check(profile("in-b", null), snapshot("anywhere")))).isEmpty();
  }

  @Test
  void a_source_that_may_not_be_read_is_not_guessed() {
    server.then(200, CLAIM).status(403, "no");
    assertThat(places(check(profile("anywhere", "b"), volume("anywhere")))).isEmpty();
    server.then(200, "{\"metadata\":{},\"spec\":{}}");
    assertThat(places(check(profile("anywhere", "b"), volume("anywhere")))).isEmpty();
  }

  @Test
  void nothing_is_asked_where_any_node_will_do() {
    assertThat(places(check(profile("anywhere", null), volume("anywhere")))).isEmpty();
    assertThat(server.heard()).noneMatch(call -> call.contains("persistentvolume"));
  }
}
