package dev.mooring.cli.internal.admin;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.option.Plans;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Plans a storage class. */
@Command(name = "plan", description = "tell what applying a class would change; changes nothing")
public final class ClassPlan implements Callable<Integer> {
  private final Cli cli;

  @Mixin private ClassOptions options;

  /** The command of a context. */
  public ClassPlan(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return Plans.print(cli, ClassCommand.classes(cli).plan(options.read("plan")));
  }
}
