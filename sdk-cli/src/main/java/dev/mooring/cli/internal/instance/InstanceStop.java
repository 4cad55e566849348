package dev.mooring.cli.internal.instance;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.instance.Instance;
import dev.mooring.instance.InstanceState;
import dev.mooring.operation.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stops an instance. */
@Command(name = "stop", description = "stop an instance; its volumes are free then")
public final class InstanceStop implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "NAME", description = "the instance")
  private String name;

  /** The command of a context. */
  public InstanceStop(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Instance instance = cli.storage().instances().named(name);
    cli.waiting(
        "stopping " + instance.target(),
        instance.target() + " may still be stopping: see mooring instance list",
        display -> {
          display.accept(new Progress(0, "STOPPING"));
          instance.stop();
          return instance;
        });
    cli.print(
        () ->
            Json.object()
                .put("name", instance.name())
                .put("region", instance.region())
                .put("state", InstanceState.STOPPED.name()),
        () -> instance.target() + " is stopped\n");
    return ExitCodes.DONE;
  }
}
