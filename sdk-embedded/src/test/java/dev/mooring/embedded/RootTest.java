package dev.mooring.embedded;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.StorageClient;
import dev.mooring.error.FailedException;
import dev.mooring.error.StorageException;
import dev.mooring.error.UnavailableException;
import dev.mooring.region.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A root folder")
class RootTest {
  @TempDir Path folder;

  private static void create(StorageClient storage) {
    storage.cloudDrives().create("a", d -> d.size(gb(1))).await();
  }

  private static List<Probe> probes(StorageClient storage) {
    return storage.regions().check();
  }

  @Test
  @DisplayName("is made when it is first used, for its owner only")
  void isMade() throws IOException {
    Path root = folder.resolve("x/root");
    try (StorageClient storage = StorageClient.embedded(root)) {
      assertThat(probes(storage)).extracting(Probe::outcome).containsOnly(Probe.Outcome.OK);
      assertThat(root).doesNotExist();
      create(storage);
      assertThat(probes(storage))
          .extracting(Probe::name)
          .containsExactly("root", "filesystem", "database");
    }
    assertThat(Files.getPosixFilePermissions(root))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  @DisplayName("may be a link to a folder, and have any characters in its name")
  void mayBeALink() throws IOException {
    Path real = Files.createDirectory(folder.resolve("re al?#%41é"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    try (StorageClient storage = StorageClient.embedded(link)) {
      create(storage);
      storage.instances().launch("i", mounts -> mounts.mount("a", "/a")).await();
    }
    assertThat(real.resolve("instances/default/local/i/root/a")).isDirectory();
  }

  @Test
  @DisplayName("that cannot be made is refused by the first call, not by connecting")
  void cannotBeMade() throws IOException {
    Path taken = Files.writeString(folder.resolve("taken"), "a file");
    try (StorageClient storage = StorageClient.embedded(taken.resolve("root"))) {
      assertThatThrownBy(() -> storage.cloudDrives().find("a"))
          .isInstanceOf(UnavailableException.class)
          .hasMessageContaining(taken.resolve("root").toString())
          .hasMessageContaining("use another folder");
      assertThat(probes(storage))
          .anySatisfy(
              probe -> {
                assertThat(probe.outcome()).isEqualTo(Probe.Outcome.FAILED);
                assertThat(probe.detail()).contains(taken.toString());
              });
    }
  }

  @Test
  @DisplayName("on a filesystem that nobody may write to is refused truthfully")
  void isReadOnly() {
    try (StorageClient storage = StorageClient.embedded(Path.of("/proc/mooring"))) {
      assertThatThrownBy(() -> create(storage))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("/proc/mooring")
          .hasMessageContaining("use another folder");
    }
  }

  @Test
  @DisplayName("whose database was cut off says so, and what to do; the bytes stay")
  void isDamaged() throws IOException {
    Path bytes;
    try (StorageClient storage = StorageClient.embedded(folder)) {
      create(storage);
      bytes = storage.instances().launch("i", m -> m.mount("a", "/a")).path("/a").toRealPath();
      Files.writeString(bytes.resolve("notes"), "hello");
    }
    Files.writeString(folder.resolve("records.db"), "SQLite format 3\0 and no more");
    try (StorageClient storage = StorageClient.embedded(folder)) {
      assertThatThrownBy(() -> storage.cloudDrives().find("a"))
          .isInstanceOf(FailedException.class)
          .hasMessageContaining("records.db")
          .hasMessageContaining("damaged")
          .hasMessageContaining("Restore it from a copy");
      assertThat(probes(storage))
          .filteredOn(probe -> probe.name().equals("database"))
          .extracting(Probe::outcome)
          .containsExactly(Probe.Outcome.FAILED);
    }
    assertThat(bytes.resolve("notes")).hasContent("hello");
  }

  @Test
  @DisplayName("serves two regions and two accounts at once, which see nothing of each other")
  void isShared() {
    try (StorageClient one = client("acme");
        StorageClient two = client("umbrella")) {
      for (StorageClient storage : List.of(one, two)) {
        for (String region : List.of("east", "west")) {
          String name = region + "-drive";
          storage.cloudDrives().create(name, d -> d.size(gb(1)).region(region)).await();
          storage.instances().launch(name, m -> m.mount(name, "/w")).await();
        }
        assertThat(storage.cloudDrives().list()).hasSize(2);
        assertThat(storage.instances().list()).hasSize(2);
      }
      one.instances().named("east-drive").stop();
      assertThat(two.instances().list()).hasSize(2);
      assertThat(one.instances().list()).hasSize(1);
    }
  }

  private StorageClient client(String account) {
    return StorageClient.builder()
        .account(account)
        .home("east")
        .region("east", Embedded.at(folder))
        .region("west", Embedded.at(folder))
        .build();
  }
}
