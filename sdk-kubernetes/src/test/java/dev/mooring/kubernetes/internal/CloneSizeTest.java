package dev.mooring.kubernetes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.error.Violation;
import dev.mooring.profile.Profile;
import dev.mooring.snapshot.VolumeSource;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Longhorn makes clones of their source's size only, and asks again for ever otherwise. */
class CloneSizeTest {
  private static final Profile PROFILE =
      Profile.of("it", VolumeKind.DRIVE, "fast-rwo").withStorageClass("it");

  @TempDir private Path folder;

  private List<Violation> violations(String provisioner, long leastBytes) throws IOException {
    String classes =
        "{\"kind\":\"StorageClassList\",\"items\":[{\"metadata\":{\"name\":\"it\"},"
            + "\"provisioner\":\"%s\"}]}".formatted(provisioner);
    try (ScriptedServer server = ScriptedServer.start().then(200, classes);
        StorageBackend backend = server.connect(folder)) {
      return backend
          .ability(Provisioning.class)
          .orElseThrow()
          .check(PROFILE, clone(leastBytes))
          .violations();
    }
  }

  private static VolumeSpec clone(long leastBytes) {
    VolumeSpec spec = SampleRecords.drive("a").spec();
    SourceSpec source =
        new SourceSpec(
            VolumeSource.volume(new VolumeRef(VolumeKind.DRIVE, "source")),
            "vol-1",
            "drive-source",
            leastBytes,
            "it");
    return new VolumeSpec(
        spec.id(),
        spec.account(),
        spec.kind(),
        spec.name(),
        spec.owner(),
        spec.region(),
        spec.profile(),
        spec.sizeBytes(),
        spec.accessMode(),
        "it",
        null,
        null,
        spec.labels(),
        source);
  }

  @Test
  void longhorn_refuses_a_larger_clone() throws IOException {
    long size = SampleRecords.drive("a").spec().sizeBytes();

    assertThat(violations("driver.longhorn.io", size - 1))
        .singleElement()
        .satisfies(v -> assertThat(v.field()).isEqualTo("size"))
        .satisfies(v -> assertThat(v.message()).contains("Longhorn", "its own size"));
    assertThat(violations("driver.longhorn.io", size)).isEmpty();
    assertThat(violations("driver.longhorn.io", size + 1)).isEmpty();
  }

  @Test
  void others_copy_into_more() throws IOException {
    assertThat(violations("rbd.csi.ceph.com", 1)).isEmpty();
  }
}
