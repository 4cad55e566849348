package dev.mooring.cli.internal.instance;

import dev.mooring.cli.internal.Cli;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of instances. */
@Command(
    name = "instance",
    description = "a small platform: one pod on Kubernetes, one folder on embedded")
public final class InstanceCommand {
  private InstanceCommand() {}

  /** The command with those below it. */
  public static CommandLine of(Cli cli) {
    return new CommandLine(new InstanceCommand())
        .addSubcommand(new InstanceLaunch(cli))
        .addSubcommand(new InstanceStop(cli))
        .addSubcommand(new InstanceList(cli))
        .addSubcommand(new InstancePath(cli))
        .addSubcommand(new InstanceExec(cli));
  }
}
