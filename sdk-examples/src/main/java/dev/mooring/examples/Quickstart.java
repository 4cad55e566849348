package dev.mooring.examples;

import static dev.mooring.volume.Capacity.gb;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.Target;
import dev.mooring.drive.CloudDrive;
import dev.mooring.instance.Instance;
import dev.mooring.operation.Plan;

/** The README's example: a drive from its creation to its end. */
public final class Quickstart {
  private Quickstart() {}

  /** Runs on whatever the configuration says; on the embedded backend when there is none. */
  public static void main(String[] args) {
    // example: begin
    try (StorageClient storage = StorageClient.connect()) { // mooring.yaml, else embedded
      CloudDrive drive = storage.cloudDrives().create("workspace", d -> d.size(gb(100))).await();

      Plan<Launch> plan =
          storage
              .attachments()
              .to(Target.instance("trainer-0"))
              .mount(drive, "/workspace")
              .plan(); // nothing has changed yet
      System.out.println(plan.changes() + ", " + plan.cost().perMonth() + " a month");

      Instance trainer = storage.instances().launch(plan.apply()).await();
      trainer.exec("mkdir", "workspace/results");
      System.out.println(trainer.exec("ls", "workspace").stdout());

      trainer.stop(); // now the drive is free for another instance, its bytes stay
      drive.delete().await();
    }
    // example: end
  }
}
