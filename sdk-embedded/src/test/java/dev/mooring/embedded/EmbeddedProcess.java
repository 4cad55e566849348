package dev.mooring.embedded;

import static dev.mooring.volume.Capacity.gb;

import dev.mooring.StorageClient;
import dev.mooring.config.Limits;
import dev.mooring.config.RegionConfiguration;
import dev.mooring.drive.CloudDrive;
import dev.mooring.error.QuotaExceededException;
import dev.mooring.volume.Capacity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What another process does with a root folder, in its own JVM. */
final class EmbeddedProcess {
  private EmbeddedProcess() {}

  static StorageClient connect(Path root, @Nullable Capacity quota) {
    return StorageClient.builder()
        .account("acme")
        .region("local", RegionConfiguration.of(Embedded.at(root)).withLimits(new Limits(quota, 8)))
        .build();
  }

  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[1]);
    int count = Integer.parseInt(arguments[2]);
    try (StorageClient storage = connect(root, arguments[0].equals("quota") ? gb(count) : null)) {
      System.out.println("ready");
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      IntConsumer job =
          switch (arguments[0]) {
            case "create" -> i -> create(storage, i);
            case "quota" -> i -> createOwn(storage, arguments[3] + i);
            case "churn" -> i -> churn(storage, arguments[3] + i);
            case "launch" -> i -> launch(storage);
            default -> throw new IllegalArgumentException(arguments[0]);
          };
      for (int i = 0; i < count; i++) {
        job.accept(i);
      }
    }
  }

  private static void create(StorageClient storage, int i) {
    CloudDrive drive = storage.cloudDrives().create("d" + i, d -> d.size(gb(1))).await();
    System.out.println("id d" + i + " " + drive.id());
  }

  private static void createOwn(StorageClient storage, String name) {
    try {
      storage.cloudDrives().create(name, d -> d.size(gb(1))).await();
      System.out.println("created " + name);
    } catch (QuotaExceededException e) {
      System.out.println("refused " + name);
    }
  }

  /** Everything that can be done with a drive, so that a kill hits some step of it. */
  private static void churn(StorageClient storage, String name) {
    storage.cloudDrives().create(name, d -> d.size(gb(1))).await();
    storage.instances().launch(name, mounts -> mounts.mount(name, "/workspace")).await().stop();
    System.out.println("stopped " + name);
    storage.cloudDrives().named(name).delete().await();
    System.out.println("deleted " + name);
  }

  private static void launch(StorageClient storage) {
    storage.instances().launch("theirs", mounts -> mounts.mount("d0", "/workspace")).await();
    System.out.println("launched");
  }
}
