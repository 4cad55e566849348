package dev.mooring.embedded.fault;

import static dev.mooring.volume.Capacity.gb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.drive.CloudDrive;
import dev.mooring.embedded.Embedded;
import dev.mooring.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/** A program whose volumes have folders that it made read-only, or lets nobody read. */
final class GuardedFolders {
  private static final FileTime THEN = FileTime.from(Instant.parse("2026-01-02T03:04:05Z"));

  private final Path root;

  private GuardedFolders(Path root) {
    this.root = root;
  }

  public static void main(String[] arguments) throws IOException {
    new GuardedFolders(Path.of(arguments[0], "root")).run();
  }

  private void run() throws IOException {
    try (StorageClient storage =
        StorageClient.builder().account("acme").region("local", Embedded.at(root)).build()) {
      readOnly(storage);
      unreadable(storage);
    }
    System.out.println("guarded folders were copied and counted");
  }

  private static CloudDrive drive(StorageClient storage, String name) {
    return storage.cloudDrives().create(name, d -> d.size(gb(1))).await();
  }

  private static Path folder(CloudDrive drive) {
    return Path.of(drive.backendDetails().getOrDefault("path", ""));
  }

  private static void readOnly(StorageClient storage) throws IOException {
    CloudDrive source = drive(storage, "source");
    Path inner = Files.createDirectory(folder(source).resolve("inner"));
    Files.writeString(inner.resolve("notes"), "hello");
    for (Path each : new Path[] {inner, folder(source)}) {
      permit(each, "r-xr-x---");
      Files.setLastModifiedTime(each, THEN);
    }
    Snapshot snapshot = source.snapshot("kept").await();
    assertCopied(storage.cloudDrives().create("copy", d -> d.size(gb(1)).from(source)).await());
    CloudDrive later =
        storage.cloudDrives().create("later", d -> d.size(gb(1)).from(snapshot)).await();
    assertCopied(later);
    later.delete().await();
    assertThat(folder(later)).doesNotExist();
  }

  private static void assertCopied(CloudDrive copy) throws IOException {
    Path inner = folder(copy).resolve("inner");
    assertThat(inner.resolve("notes")).hasContent("hello");
    for (Path each : new Path[] {inner, folder(copy)}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
          .isEqualTo("r-xr-x---");
      assertThat(Files.getLastModifiedTime(each)).isEqualTo(THEN);
    }
  }

  private static void unreadable(StorageClient storage) throws IOException {
    CloudDrive drive = drive(storage, "secret");
    Path secret = Files.createDirectory(folder(drive).resolve("secret"));
    permit(secret, "---------");
    assertThat(drive.usage()).isEmpty();
    assertThat(drive.describe().toString()).contains("may not read " + secret);
    permit(secret, "rwx------");
    assertThat(drive.usage()).isPresent();
  }

  private static void permit(Path folder, String permissions) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
  }
}
