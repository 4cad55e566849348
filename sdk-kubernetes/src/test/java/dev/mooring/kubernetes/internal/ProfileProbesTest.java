package dev.mooring.kubernetes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.profile.Profile;
import dev.mooring.region.Probe;
import dev.mooring.spi.StorageBackend;
import dev.mooring.volume.VolumeKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code config check} says of profiles. */
class ProfileProbesTest {
  private static final Profile PROFILE =
      Profile.of("shared", VolumeKind.FILESYSTEM, "shared-rwx").withStorageClass("files");

  private final ScriptedServer server;
  private final Path folder;

  ProfileProbesTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    server = ScriptedServer.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  /** The lines, on a cluster that grants nothing and has a class and a snapshot class. */
  private List<Probe> probe(Profile profile, int rights) throws IOException {
    server.then(200, "{\"gitVersion\":\"v1.34.0\"}").status(404, "no namespace");
    for (int i = 0; i < rights; i++) {
      server.then(201, "{\"status\":{\"allowed\":false}}");
    }
    server
        .then(
            200,
            "{\"metadata\":{},\"items\":[{\"metadata\":{\"name\":\"files\"},"
                + "\"provisioner\":\"cephfs.csi.ceph.com\"}]}")
        .then(
            200,
            "{\"metadata\":{},\"items\":[{\"metadata\":{\"name\":\"files-snap\"},"
                + "\"driver\":\"cephfs.csi.ceph.com\"},{\"metadata\":{\"name\":\"block-snap\"},"
                + "\"driver\":\"rbd.csi.ceph.com\"}]}");
    try (StorageBackend backend = server.connect(folder, profile)) {
      return backend.probe();
    }
  }

  private Probe snapshotClass(String name) throws IOException {
    List<Probe> lines = probe(PROFILE.withSnapshotClass(name), Right.NEEDED.size());
    return lines.get(lines.size() - 1);
  }

  @Test
  void a_snapshot_class_of_the_class_s_driver_is_fine() throws IOException {
    Probe line = snapshotClass("files-snap");
    assertThat(line.outcome()).isEqualTo(Probe.Outcome.OK);
    assertThat(line.detail()).isEqualTo("storage class files of cephfs.csi.ceph.com");
  }

  @Test
  void one_of_another_driver_is_not() throws IOException {
    Probe line = snapshotClass("block-snap");
    assertThat(line.outcome()).isEqualTo(Probe.Outcome.FAILED);
    assertThat(line.detail())
        .isEqualTo(
            "the volume snapshot class block-snap is of rbd.csi.ceph.com, not of"
                + " cephfs.csi.ceph.com");
  }

  @Test
  void one_that_is_not_there_is_not() throws IOException {
    assertThat(snapshotClass("none").detail())
        .isEqualTo("the volume snapshot class none does not exist");
  }

  @Test
  void the_rights_to_share_are_asked_for_where_a_profile_names_a_secret_for_it()
      throws IOException {
    List<Probe> lines =
        probe(
            PROFILE.withShareSecret("mooring/shares"), Right.NEEDED.size() + Right.SHARING.size());
    assertThat(lines)
        .filteredOn(line -> line.detail().contains("clusterrole-share.yaml"))
        .extracting(Probe::name)
        .containsExactly(
            "right to list persistentvolumes",
            "right to create persistentvolumes",
            "right to delete persistentvolumes");
    assertThat(lines.get(lines.size() - 1).outcome()).isEqualTo(Probe.Outcome.OK);
  }
}
