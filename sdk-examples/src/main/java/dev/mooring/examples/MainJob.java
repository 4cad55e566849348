package dev.mooring.examples;

import static dev.mooring.volume.Capacity.gb;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.Target;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.instance.ExecResult;
import dev.mooring.instance.Instance;
import dev.mooring.operation.Plan;
import java.io.PrintStream;
import java.time.Duration;

/**
 * The main job, step by step: a drive is created, becomes available, is priced, attached to an
 * instance, written, detached, attached elsewhere with its bytes intact, and deleted.
 */
public final class MainJob {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final StorageClient storage;
  private final PrintStream out;

  private MainJob(StorageClient storage, PrintStream out) {
    this.storage = storage;
    this.out = out;
  }

  /** Runs on whatever the configuration says; on the embedded backend when there is none. */
  public static void main(String[] args) {
    try (StorageClient storage = StorageClient.connect()) {
      new MainJob(storage, System.out).run();
    }
  }

  private void run() {
    CreateDrive request = CreateDrive.named("main-job").size(gb(1)).mountPath("/data");
    out.println("price      " + storage.prices().estimate(request, Duration.ofDays(30)).total());
    CloudDrive drive =
        storage
            .cloudDrives()
            .create(request)
            .await(PATIENCE, progress -> out.println("create     " + progress.step()));
    out.println("available  " + drive);

    Instance first = start("first", drive);
    run(first, "dd", "if=/dev/urandom", "of=data/model.bin", "bs=65536", "count=16");
    run(first, "sync");
    String written = checksum(first);
    out.println("written    data/model.bin, SHA-256 " + written);
    first.stop();
    out.println("detached   " + drive.refresh().status());

    Instance second = start("second", drive);
    String read = checksum(second);
    if (!read.equals(written)) {
      throw new IllegalStateException("the bytes changed: " + written + " became " + read);
    }
    out.println("read       the same bytes");
    second.stop();

    out.println("deleted    " + drive.delete().await(PATIENCE));
  }

  private Instance start(String name, CloudDrive drive) {
    return storage.instances().launch(attach(name, drive)).await(PATIENCE);
  }

  private Launch attach(String name, CloudDrive drive) {
    Plan<Launch> plan = storage.attachments().to(Target.instance(name)).mount(drive).plan();
    plan.changes().forEach(change -> out.println("plan       " + change));
    plan.warnings().forEach(warning -> out.println("warning    " + warning));
    return plan.apply();
  }

  private static String checksum(Instance instance) {
    return run(instance, "sha256sum", "data/model.bin").split(" ", 2)[0];
  }

  private static String run(Instance instance, String... command) {
    ExecResult result = instance.exec(PATIENCE, command);
    if (result.exitCode() != 0) {
      throw new IllegalStateException(String.join(" ", command) + ": " + result.stderr());
    }
    return result.stdout();
  }
}
