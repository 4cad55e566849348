package dev.mooring.embedded;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.drive.CloudDrive;
import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.instance.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("With an account's last volume")
class LastVolumeTest {
  @TempDir private Path root;

  @Test
  @DisplayName("all its folders are gone, but the empty ones that every root has")
  void leavesNothing() throws IOException {
    try (StorageClient storage = StorageClient.embedded(root)) {
      CloudDrive drive = storage.cloudDrives().create("work", d -> d.size(gb(1))).await();
      SharedFilesystem shared = storage.filesystems().create("data", f -> f.size(gb(1))).await();
      Instance instance =
          storage
              .instances()
              .launch("one", m -> m.mount("work", "/w").mount("data", "/d").scratch(gb(1), "/s"))
              .await();
      Files.writeString(instance.path("/w").resolve("note"), "bytes");
      assertThat(files()).isNotEmpty();
      instance.stop();
      drive.delete().await();
      shared.delete().await();
      assertThat(files()).isEmpty();
    }
  }

  /** What is below the folders of the root. */
  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(root, 6)) {
      return all.map(root::relativize).filter(path -> path.getNameCount() > 1).toList();
    }
  }
}
