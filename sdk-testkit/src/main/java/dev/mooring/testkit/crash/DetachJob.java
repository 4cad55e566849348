package dev.mooring.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.testkit.contract.World;
import dev.mooring.testkit.process.Command;

/** Detaches a drive from an instance that is not started. */
final class DetachJob extends Job {
  DetachJob(World world) {
    super(world);
  }

  @Override
  String name() {
    return "detach";
  }

  @Override
  void prepare(StorageClient mine, String drive) {
    super.prepare(mine, drive);
    Object unused = attach(mine, drive, instance(drive));
  }

  @Override
  Command command(String drive) {
    return Command.detach(drive, instance(drive));
  }

  @Override
  void run(StorageClient client, String drive) {
    detach(client, drive, instance(drive));
  }

  @Override
  void assertDone(StorageClient next, String drive) {
    assertThat(attachedOrFree(next, drive, instance(drive))).isFalse();
  }

  @Override
  void settle(StorageClient next, String drive, Look look, Began began) {
    look(next, look, drive);
    boolean attached = attachedOrFree(next, drive, instance(drive));
    if (began != Began.MAYBE) {
      assertThat(attached).as("attached, unless the detachment began").isEqualTo(began == Began.NO);
    }
    detach(next, drive, instance(drive));
    assertThat(attachedOrFree(next, drive, instance(drive))).isFalse();
    assertThat(attach(next, drive, "other").mounts()).hasSize(1);
    detach(next, drive, "other");
    finish(next, drive);
  }
}
