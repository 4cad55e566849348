package dev.mooring.testkit.tenant;

import static dev.mooring.volume.Capacity.gb;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.Target;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.operation.OperationId;
import dev.mooring.testkit.Eventually;

/**
 * What an account has: a drive, attached to a running instance; all of one name, which is a label's
 * value as well.
 *
 * @param word the name
 * @param drive the drive's handle
 * @param launch the launch of the instance
 * @param created the operation that created the drive
 */
record Belongings(String word, CloudDrive drive, Launch launch, OperationId created) {
  static final String LABEL = "team";
  static final String DESCRIPTION = "for-my-eyes-only";

  /** Makes them. */
  static Belongings make(StorageClient storage, String region, String word) {
    CloudDrive drive =
        storage
            .cloudDrives()
            .create(
                CreateDrive.named(word)
                    .size(gb(1))
                    .region(region)
                    .mountPath("/data")
                    .description(DESCRIPTION)
                    .label(LABEL, word))
            .await(Eventually.PATIENCE);
    Launch launch =
        storage
            .attachments()
            .to(Target.instance(word).region(region))
            .mount(drive, "/data")
            .plan()
            .apply();
    storage.instances().launch(launch).await(Eventually.PATIENCE);
    return new Belongings(word, drive.refresh(), launch, drive.operation().id());
  }

  /** Takes them away; this value still tells their ids. */
  void remove(StorageClient storage) {
    storage.instances().named(word).stop();
    storage.attachments().of(launch.target()).detachAll().await(Eventually.PATIENCE);
    drive.purge().await(Eventually.PATIENCE);
  }

  Target target() {
    return launch.target();
  }
}
