package dev.mooring.testkit.tenant;

import static dev.mooring.volume.Capacity.gb;

import dev.mooring.StorageClient;
import dev.mooring.attachment.Launch;
import dev.mooring.attachment.LaunchRequest;
import dev.mooring.attachment.Target;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.filesystem.CreateFilesystem;
import dev.mooring.filesystem.SharedFilesystem;
import dev.mooring.operation.OperationId;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.testkit.Eventually;
import java.util.ArrayList;
import java.util.List;

/**
 * What an account has: a drive, attached to a running instance; all of one name, which is a label's
 * value as well.
 *
 * @param word the name
 * @param drive the drive's handle
 * @param filesystems a filesystem, attached there as well; empty where the backend has none
 * @param snapshots a snapshot of the drive; empty where the backend has none
 * @param launch the launch of the instance
 * @param created the operation that created the drive
 */
record Belongings(
    String word,
    CloudDrive drive,
    List<SharedFilesystem> filesystems,
    List<Snapshot> snapshots,
    Launch launch,
    OperationId created) {
  static final String LABEL = "team";
  static final String DESCRIPTION = "for-my-eyes-only";

  /** Makes them. */
  static Belongings make(
      StorageClient storage,
      String region,
      String word,
      boolean withFilesystem,
      boolean withSnapshot) {
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
    List<SharedFilesystem> filesystems = new ArrayList<>();
    List<Snapshot> snapshots = new ArrayList<>();
    if (withSnapshot) {
      snapshots.add(drive.snapshot(word).await(Eventually.PATIENCE));
    }
    LaunchRequest request =
        storage.attachments().to(Target.instance(word).region(region)).mount(drive, "/data");
    if (withFilesystem) {
      filesystems.add(
          storage
              .filesystems()
              .create(
                  CreateFilesystem.named(shared(word))
                      .size(gb(1))
                      .region(region)
                      .mountPath("/shared")
                      .description(DESCRIPTION)
                      .label(LABEL, word))
              .await(Eventually.PATIENCE));
      request = request.mount(filesystems.get(0), "/shared");
    }
    Launch launch = request.plan().apply();
    storage.instances().launch(launch).await(Eventually.PATIENCE);
    return new Belongings(
        word, drive.refresh(), filesystems, snapshots, launch, drive.operation().id());
  }

  /** Takes them away; this value still tells their ids. */
  void remove(StorageClient storage) {
    storage.instances().named(word).stop();
    storage.attachments().of(launch.target()).detachAll().await(Eventually.PATIENCE);
    drive.purge().await(Eventually.PATIENCE);
    snapshots.forEach(snapshot -> snapshot.delete().await(Eventually.PATIENCE));
    filesystems.forEach(filesystem -> filesystem.purge().await(Eventually.PATIENCE));
  }

  /** The name of the filesystem: another than the drive's, so that bare names fit one of them. */
  static String shared(String word) {
    return word + "-shared";
  }

  Target target() {
    return launch.target();
  }
}
