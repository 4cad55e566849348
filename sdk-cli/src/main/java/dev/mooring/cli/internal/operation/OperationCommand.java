package dev.mooring.cli.internal.operation;

import dev.mooring.cli.internal.Cli;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of operations. */
@Command(name = "operation", description = "work that goes on by itself")
public final class OperationCommand {
  private OperationCommand() {}

  /** The command with those below it. */
  public static CommandLine of(Cli cli) {
    return new CommandLine(new OperationCommand())
        .addSubcommand(new OperationShow(cli))
        .addSubcommand(new OperationCancel(cli));
  }
}
