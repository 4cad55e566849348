package dev.mooring.embedded.fault;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Attachment;
import dev.mooring.config.Timeouts;
import dev.mooring.drive.CloudDrive;
import dev.mooring.embedded.Embedded;
import dev.mooring.error.OutcomeUnknownException;
import dev.mooring.error.StorageException;
import dev.mooring.instance.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A program that does everything with a root folder while its disk is full, or nearly so: at each
 * amount of room that is left, each operation is tried, then room is made, and it must succeed.
 */
final class FullDisk {
  /** A failing disk may get better, so that waits go on to their end; it is told then. */
  private static final Duration WAIT = Duration.ofSeconds(4);

  private static final Map<String, Consumer<StorageClient>> OPERATIONS =
      new TreeMap<>(
          Map.of(
              "1 create", s -> s.cloudDrives().create("more", d -> d.size(gb(1))).await(),
              "2 launch", s -> s.instances().launch("one", m -> m.mount("more", "/w")).await(),
              "3 stop", s -> s.instances().find("one").ifPresent(Instance::stop),
              "4 delete", s -> s.cloudDrives().find("more").ifPresent(d -> d.delete().await())));

  private final Path root;
  private final Disk disk;
  private final int steps;
  private final List<String> refused = new ArrayList<>();
  private int attempts;

  private FullDisk(Path root, Disk disk, int steps) {
    this.root = root;
    this.disk = disk;
    this.steps = steps;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    Path root = folder.resolve("root");
    Disk disk =
        arguments[0].equals("filesystem") ? Disk.filesystem(folder) : Disk.largestFile(root);
    new FullDisk(root, disk, Integer.parseInt(arguments[2])).run();
  }

  private StorageClient connect() {
    return StorageClient.builder()
        .account("acme")
        .timeouts(new Timeouts(Duration.ofSeconds(30), WAIT))
        .region("local", Embedded.at(root))
        .build();
  }

  private void run() throws IOException {
    Path bytes;
    try (StorageClient storage = connect()) {
      storage.cloudDrives().create("kept", d -> d.size(gb(1))).await();
      bytes = storage.instances().launch("keeper", m -> m.mount("kept", "/w")).path("/w");
      Files.writeString(bytes.resolve("notes"), "hello");
      for (int step = 0; step < steps; step++) {
        for (Map.Entry<String, Consumer<StorageClient>> operation : OPERATIONS.entrySet()) {
          attempt(operation.getKey(), step, storage, operation.getValue());
          checkKept(bytes);
        }
        checkNothingLeft(storage);
      }
    }
    assertThat(refused).as("operations that a full disk refused").isNotEmpty();
    System.out.println(
        attempts + " operations with little room, " + refused.size() + " refused: " + refused);
  }

  private void attempt(
      String name, int step, StorageClient storage, Consumer<StorageClient> operation) {
    disk.leave(step * disk.step());
    attempts++;
    boolean again = true;
    try {
      operation.accept(storage);
      again = false;
    } catch (StorageException e) {
      refused.add(name + "/" + step + "=" + e.code());
      assertThat(e).hasMessageContaining(root.toString());
      assertThat(String.valueOf(e.getMessage())).containsAnyOf("space", "disk");
      assertThat(e.hint()).as("what to do").isNotEmpty();
      try (StorageClient other = connect()) {
        assertThat(other.cloudDrives().find("kept")).isPresent();
      }
      disk.free();
      if (e instanceof OutcomeUnknownException) {
        storage.recover();
      }
    } finally {
      disk.free();
    }
    if (again) {
      operation.accept(storage);
    }
  }

  private void checkKept(Path bytes) {
    assertThat(bytes.resolve("notes")).hasContent("hello");
    try (StorageClient storage = connect()) {
      assertThat(storage.cloudDrives().named("kept").attachments())
          .extracting(Attachment::live)
          .containsExactly(true);
    }
  }

  private void checkNothingLeft(StorageClient storage) throws IOException {
    assertThat(storage.cloudDrives().list()).extracting(CloudDrive::name).containsExactly("kept");
    assertThat(storage.instances().list()).extracting(Instance::name).containsExactly("keeper");
    assertThat(storage.operations().running()).isEmpty();
    try (var files = Files.walk(root)) {
      assertThat(files.map(root::relativize).map(Path::toString))
          .as("volumes, what is in the trash, and drafts")
          .filteredOn(f -> f.matches("volumes/[^/]+|trash/.+|(.*/)?\\.[^/]*"))
          .hasSize(1);
    }
  }
}
