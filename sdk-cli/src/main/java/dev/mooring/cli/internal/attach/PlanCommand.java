package dev.mooring.cli.internal.attach;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.option.MountOptions;
import dev.mooring.cli.internal.option.Plans;
import dev.mooring.cli.internal.option.TargetOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Plans an attachment. */
@Command(name = "plan", description = "check and price what attach would do, and change nothing")
public final class PlanCommand implements Callable<Integer> {
  private final Cli cli;

  @Mixin private TargetOptions target;

  @Mixin private MountOptions mounts;

  /** The command of a context. */
  public PlanCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return Plans.print(cli, Request.plan(cli, "plan", target.target(cli, "plan"), mounts));
  }
}
