package dev.mooring.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.drive.CloudDrive;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.contract.World;
import dev.mooring.testkit.process.Command;

/** Deletes a drive. */
final class DeleteJob extends Job {
  DeleteJob(World world) {
    super(world);
  }

  @Override
  String name() {
    return "delete";
  }

  @Override
  Command command(String drive) {
    return Command.delete(drive);
  }

  @Override
  void run(StorageClient client, String drive) {
    Object unused = client.cloudDrives().named(drive).delete().await(Eventually.PATIENCE);
  }

  @Override
  void assertDone(StorageClient next, String drive) {
    assertThat(next.cloudDrives().find(drive)).isEmpty();
  }

  @Override
  void settle(StorageClient next, String drive, Look look, Began began) {
    if (look == Look.RECOVER) {
      Object unused = next.recover();
    }
    if (began == Began.NO) {
      only(next, drive);
    }
    delete(next, drive);
    world.assertEmpty(world.account);
    CloudDrive again = next.cloudDrives().create(small(drive)).await(Eventually.PATIENCE);
    assertThat(only(next, drive).id()).isEqualTo(again.id());
    finish(next, drive);
  }
}
