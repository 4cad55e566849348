package dev.mooring.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.StorageClient;
import dev.mooring.instance.Instance;
import dev.mooring.testkit.Eventually;
import dev.mooring.testkit.contract.World;
import dev.mooring.testkit.process.Command;

/** Attaches a drive to an instance and starts it. */
final class LaunchJob extends Job {
  LaunchJob(World world) {
    super(world);
  }

  @Override
  String name() {
    return "launch";
  }

  @Override
  Command command(String drive) {
    return Command.launch(instance(drive), drive, PATH);
  }

  @Override
  void run(StorageClient client, String drive) {
    Object unused = launch(client, drive);
  }

  private static Instance launch(StorageClient client, String drive) {
    return client
        .instances()
        .launch(instance(drive), mounts -> mounts.mount(drive, PATH))
        .await(Eventually.PATIENCE);
  }

  @Override
  void assertDone(StorageClient next, String drive) {
    assertThat(next.instances().list()).extracting(Instance::name).containsExactly(instance(drive));
  }

  @Override
  void settle(StorageClient next, String drive, Look look, Began began) {
    look(next, look, drive);
    boolean attached = attachedOrFree(next, drive, instance(drive));
    if (began == Began.NO) {
      assertThat(attached).as("a launch that did not begin").isFalse();
    }
    Instance instance = launch(next, drive);
    assertDone(next, drive);
    assertThat(attachedOrFree(next, drive, instance(drive))).isTrue();
    instance.stop();
    Eventually.holds("the instance is gone", () -> next.instances().list().findAny().isEmpty());
    Object unused = next.recover();
    finish(next, drive);
  }
}
