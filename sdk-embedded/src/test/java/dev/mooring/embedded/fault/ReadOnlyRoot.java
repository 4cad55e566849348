package dev.mooring.embedded.fault;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.StorageClient;
import dev.mooring.drive.CloudDrive;
import dev.mooring.embedded.Embedded;
import dev.mooring.error.StorageException;
import dev.mooring.instance.Instance;
import dev.mooring.region.Probe;
import dev.mooring.volume.HealthState;
import dev.mooring.volume.Reason;
import dev.mooring.volume.VolumeHealth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A program that does everything with a root folder that nobody may write to. */
final class ReadOnlyRoot {
  private final Path folder;
  private final Path root;
  private final boolean mounted;
  private final List<String> told = new ArrayList<>();
  private int looked;

  private ReadOnlyRoot(Path folder, boolean mounted) {
    this.folder = folder;
    this.root = folder.resolve("root");
    this.mounted = mounted;
  }

  public static void main(String[] arguments) throws IOException {
    new ReadOnlyRoot(Path.of(arguments[1]), arguments[0].equals("mount")).run();
  }

  private StorageClient connect() {
    return StorageClient.builder().account("acme").region("local", Embedded.at(root)).build();
  }

  private void run() throws IOException {
    Path bytes;
    try (StorageClient storage = connect()) {
      storage.cloudDrives().create("kept", d -> d.size(gb(1))).await();
      bytes = storage.instances().launch("keeper", m -> m.mount("kept", "/w")).path("/w");
      Files.writeString(bytes.resolve("notes"), "hello");
      if (!mounted) {
        writable(false);
        attempts(storage);
        writable(true);
      }
    }
    writable(false);
    try (StorageClient storage = connect()) {
      attempts(storage);
      assertThat(storage.regions().check())
          .extracting(Probe::outcome)
          .contains(Probe.Outcome.FAILED);
    }
    writable(true);
    assertThat(bytes.resolve("notes")).hasContent("hello");
    try (StorageClient storage = connect()) {
      storage.recover();
      storage.cloudDrives().find("more").ifPresent(drive -> drive.delete().await());
      storage.cloudDrives().create("more", d -> d.size(gb(1))).await();
      storage.instances().named("keeper").stop();
      storage.cloudDrives().named("kept").delete().await();
      assertThat(storage.cloudDrives().list()).extracting(CloudDrive::name).containsExactly("more");
    }
    assertThat(told).isNotEmpty();
    if (!mounted) { // else not even its records can be read
      assertThat(looked).as("looks at the health of its drive").isPositive();
    }
    System.out.println(told.size() + " refusals of a root that is read-only: " + told);
  }

  private void attempts(StorageClient storage) {
    reads("find", storage, s -> assertThat(s.cloudDrives().find("kept")).isPresent());
    reads("list", storage, s -> assertThat(s.cloudDrives().list()).isNotEmpty());
    reads("health", storage, this::assertReadOnly);
    refuses("create", storage, s -> s.cloudDrives().create("more", d -> d.size(gb(1))).await());
    refuses("launch", storage, s -> s.instances().launch("two", m -> m.mount("more", "/w")));
    refuses("stop", storage, s -> s.instances().find("keeper").ifPresent(Instance::stop));
    assertThat(Files.isRegularFile(root.resolve("records.db"))).isTrue();
  }

  private void assertReadOnly(StorageClient storage) {
    VolumeHealth health = storage.cloudDrives().named("kept").health();
    assertThat(health.state()).isEqualTo(HealthState.DEGRADED);
    assertThat(health.reasonIfSet().orElseThrow().reason()).isEqualTo(Reason.READ_ONLY);
    looked++;
  }

  /** The right answer, or a truthful error. */
  private void reads(String name, StorageClient storage, Consumer<StorageClient> operation) {
    StorageException failure =
        catchThrowableOfType(StorageException.class, () -> operation.accept(storage));
    if (failure != null) {
      truthful(name, failure);
    }
  }

  private void refuses(String name, StorageClient storage, Consumer<StorageClient> operation) {
    StorageException failure =
        catchThrowableOfType(StorageException.class, () -> operation.accept(storage));
    assertThat(failure).as(name).isNotNull();
    truthful(name, failure);
  }

  private void truthful(String name, StorageException failure) {
    told.add(name + "=" + failure.code());
    assertThat(failure).as(name).hasMessageContaining(root.toString());
    assertThat(String.valueOf(failure.getMessage())).containsAnyOf("may not", "Read-only");
    assertThat(failure.hint()).as("what to do").isNotEmpty();
  }

  private void writable(boolean writable) throws IOException {
    if (mounted) {
      String options = "remount,bind," + (writable ? "rw" : "ro");
      Confined.Ended ended = Confined.run(List.of("mount", "-o", options, folder.toString()));
      assertThat(ended.code()).as(ended.output()).isZero();
      return;
    }
    try (var files = Files.walk(root)) {
      // Not the links of instances, which lead to the same folders.
      files.filter(f -> !Files.isSymbolicLink(f)).toList().forEach(f -> permit(f, writable));
    }
  }

  private static void permit(Path file, boolean writable) {
    String write = writable ? "w" : "-";
    String execute = Files.isDirectory(file) ? "x" : "-";
    Set<PosixFilePermission> wanted =
        PosixFilePermissions.fromString("r" + write + execute + "------");
    try {
      Files.setPosixFilePermissions(file, wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
