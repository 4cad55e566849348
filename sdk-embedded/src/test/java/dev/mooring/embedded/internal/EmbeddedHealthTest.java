package dev.mooring.embedded.internal;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.drive.CloudDrive;
import dev.mooring.volume.HealthState;
import dev.mooring.volume.Reason;
import dev.mooring.volume.VolumeHealth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each case that a folder can be in; a read-only disk is among the tests of faults. */
class EmbeddedHealthTest {
  private final StorageClient storage;
  private final CloudDrive drive;

  EmbeddedHealthTest(@TempDir Path root) {
    storage = StorageClient.embedded(root.resolve("storage"));
    drive = storage.cloudDrives().create("workspace", d -> d.size(gb(1))).await();
  }

  @AfterEach
  void close() {
    storage.close();
  }

  private Path data() {
    return Path.of(drive.backendDetails().getOrDefault("path", ""));
  }

  private void assertHealth(HealthState state, Reason reason, String words) {
    VolumeHealth health = drive.health();
    assertThat(health.state()).isEqualTo(state);
    assertThat(health.reasonIfSet().orElseThrow().reason()).isEqualTo(reason);
    assertThat(health.reasonIfSet().orElseThrow().raw()).contains(words);
    assertThat(drive.describe().health().state()).isEqualTo(state);
  }

  @Test
  void a_folder_that_is_gone_is_lost() throws IOException {
    Files.delete(data());
    assertHealth(HealthState.INACCESSIBLE, Reason.VOLUME_LOST, "is gone");
    assertThat(drive.usage()).isEmpty();
    assertThat(drive.describe().usageNote()).contains("is gone");
  }

  @Test
  void a_file_or_a_link_in_its_place_is_not_its_folder() throws IOException {
    Files.delete(data());
    Files.createSymbolicLink(data(), Path.of("/"));
    assertHealth(HealthState.INACCESSIBLE, Reason.VOLUME_LOST, "is gone");
    assertThat(drive.usage()).isEmpty();
  }

  @Test
  void a_folder_without_its_marker_may_be_somebody_elses() throws IOException {
    Files.delete(data().resolveSibling(VolumeFolders.MARKER));
    assertHealth(HealthState.DEGRADED, Reason.VOLUME_ABNORMAL, "has lost its marker");
  }
}
