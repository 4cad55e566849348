package dev.mooring.kubernetes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.error.Violation;
import dev.mooring.profile.Profile;
import dev.mooring.spi.SnapshotFeasibility;
import dev.mooring.spi.SnapshotSpec;
import dev.mooring.spi.Snapshotting;
import dev.mooring.spi.StorageBackend;
import dev.mooring.spi.VolumeRecord;
import dev.mooring.testkit.store.SampleRecords;
import dev.mooring.volume.VolumeKind;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotClassTest {
  private static final String STORAGE =
      """
      {"metadata":{},"items":[{"metadata":{"name":"fast",
        "annotations":{"storageclass.kubernetes.io/is-default-class":"true"}},
        "provisioner":"rbd.csi.ceph.com"}]}""";

  private final ScriptedServer server;
  private final Path folder;

  SnapshotClassTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    server = ScriptedServer.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static String snapshotClass(String name, String driver, boolean isDefault) {
    return "{\"metadata\":{\"name\":\""
        + name
        + "\",\"annotations\":{\"snapshot.storage.kubernetes.io/is-default-class\":\""
        + isDefault
        + "\"}},\"driver\":\""
        + driver
        + "\"}";
  }

  private SnapshotFeasibility check(@Nullable String named) throws IOException {
    server
        .then(
            200,
            "{\"metadata\":{},\"items\":["
                + String.join(
                    ",",
                    snapshotClass("b-snap", "rbd.csi.ceph.com", false),
                    snapshotClass("a-snap", "rbd.csi.ceph.com", false),
                    snapshotClass("files", "cephfs.csi.ceph.com", true))
                + "]}")
        .then(200, STORAGE);
    return answer(named);
  }

  private SnapshotFeasibility answer(@Nullable String named) throws IOException {
    Profile profile = Profile.of("block", VolumeKind.DRIVE, "fast-rwo").withSnapshotClass(named);
    VolumeRecord volume = SampleRecords.drive("a");
    try (StorageBackend backend = server.connect(folder, profile)) {
      return backend
          .ability(Snapshotting.class)
          .orElseThrow()
          .check(volume, SnapshotSpec.of(volume, "before"));
    }
  }

  @Test
  void the_class_that_the_profile_names_takes_the_snapshot() throws IOException {
    SnapshotFeasibility answer = check("b-snap");

    assertThat(answer.violations()).isEmpty();
    assertThat(answer.spec().snapshotClass()).isEqualTo("b-snap");
  }

  @Test
  void without_one_the_first_by_name_does() throws IOException {
    assertThat(check(null).spec().snapshotClass()).isEqualTo("a-snap");
  }

  @Test
  void one_that_is_not_there_is_refused_with_the_nearest() throws IOException {
    assertThat(check("b-snapp").violations())
        .singleElement()
        .extracting(Violation::message)
        .asString()
        .contains("b-snapp does not exist; there is b-snap", "snapshotClass of the profile block");
  }

  @Test
  void one_of_another_driver_is_refused_with_both() throws IOException {
    assertThat(check("files").violations())
        .singleElement()
        .extracting(Violation::message)
        .asString()
        .contains("files is of cephfs.csi.ceph.com, and the volume of rbd.csi.ceph.com");
  }

  @Test
  void one_that_may_not_be_read_is_named_all_the_same() throws IOException {
    server.status(403, "no").then(200, STORAGE);
    SnapshotFeasibility answer = answer("b-snap");

    assertThat(answer.violations()).isEmpty();
    assertThat(answer.spec().snapshotClass()).isEqualTo("b-snap");
  }
}
