package dev.mooring.examples.platform;

import dev.mooring.attachment.Launch;
import dev.mooring.instance.ExecResult;
import dev.mooring.instance.Instances;

/** Machines of a platform without a cluster: Mooring's own instances. */
public final class FolderMachines implements Machines {
  private final Instances instances;

  /** Machines that are the instances of a client. */
  public FolderMachines(Instances instances) {
    this.instances = instances;
  }

  @Override
  public void start(Launch launch) {
    instances.launch(launch).await();
  }

  @Override
  public String run(String machine, String... command) {
    ExecResult result = instances.named(machine).exec(command);
    if (result.exitCode() != 0) {
      throw new IllegalStateException(String.join(" ", command) + ": " + result.stderr());
    }
    return result.stdout();
  }

  @Override
  public void stop(String machine) {
    instances.named(machine).stop();
  }

  @Override
  public void close() {}
}
