package dev.mooring.embedded;

import static dev.mooring.volume.Capacity.gb;
import static dev.mooring.volume.Capacity.gib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.Target;
import dev.mooring.drive.CloudDrive;
import dev.mooring.instance.Instance;
import dev.mooring.volume.SizeEnforcement;
import dev.mooring.volume.VolumeStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The main job, from creation to deletion, on the embedded backend")
class MainJobTest {
  @TempDir Path folder;

  @Test
  @DisplayName("in a folder")
  void inFolder() throws IOException {
    mainJob(() -> StorageClient.embedded(folder));
    try (var volumes = Files.list(folder.resolve("volumes"))) {
      assertThat(volumes).isEmpty();
    }
  }

  @Test
  @DisplayName("in memory, of which nothing is left")
  void inMemory() throws IOException {
    Path bytes = mainJob(StorageClient::inMemory);
    assertThat(bytes.resolve("../../..").normalize()).doesNotExist();
  }

  private static Path mainJob(Supplier<StorageClient> connect) throws IOException {
    try (StorageClient storage = connect.get()) {
      CloudDrive drive = storage.cloudDrives().create("workspace", d -> d.size(gb(100))).await();
      assertThat(drive.status()).isEqualTo(VolumeStatus.AVAILABLE);
      assertThat(drive.enforcement()).isEqualTo(SizeEnforcement.NONE);

      Launch launch =
          storage
              .attachments()
              .to(Target.instance("trainer-0"))
              .mount("workspace", "/workspace")
              .scratch(gib(20), "/scratch")
              .plan()
              .requireNoWarnings()
              .apply();
      Instance first = storage.instances().launch(launch).await();
      Files.writeString(first.path("/workspace").resolve("notes"), "hello");
      assertThat(first.exec("cat", "/workspace/notes").stdout()).isEqualTo("hello");
      assertThat(first.path("/scratch")).isEmptyDirectory();
      first.stop();

      Instance second =
          storage.instances().launch("trainer-1", mounts -> mounts.mount("workspace", "/data"));
      assertThat(second.path("/data").resolve("notes")).hasContent("hello");
      Path bytes = second.path("/data").toRealPath();
      second.stop();

      drive.delete().await();
      assertThat(storage.cloudDrives().find("workspace")).isEmpty();
      assertThat(bytes).doesNotExist();
      return bytes;
    }
  }
}
