package dev.mooring.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.testkit.contract.World;
import dev.mooring.testkit.process.Command;

/** Attaches a drive to an instance that is not started. */
final class AttachJob extends Job {
  AttachJob(World world) {
    super(world);
  }

  @Override
  String name() {
    return "attach";
  }

  @Override
  Command command(String drive) {
    return Command.attach(drive, instance(drive), PATH);
  }

  @Override
  void run(StorageClient client, String drive) {
    Object unused = attach(client, drive, instance(drive));
  }

  @Override
  void assertDone(StorageClient next, String drive) {
    assertThat(attachedOrFree(next, drive, instance(drive))).isTrue();
  }

  @Override
  void settle(StorageClient next, String drive, Look look, Began began) {
    look(next, look, drive);
    boolean attached = attachedOrFree(next, drive, instance(drive));
    if (began == Began.NO) {
      assertThat(attached).as("an attachment that did not begin").isFalse();
    }
    assertThat(attach(next, drive, instance(drive)).mounts()).hasSize(1);
    assertThat(attachedOrFree(next, drive, instance(drive))).isTrue();
    detach(next, drive, instance(drive));
    finish(next, drive);
  }
}
