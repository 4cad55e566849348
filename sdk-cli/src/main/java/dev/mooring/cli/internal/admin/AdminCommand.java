package dev.mooring.cli.internal.admin;

import dev.mooring.cli.internal.Cli;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of administrators. */
@Command(name = "admin", description = "what administrators do; it needs rights of its own")
public final class AdminCommand {
  private AdminCommand() {}

  /** The command with those below it. */
  public static CommandLine of(Cli cli) {
    return new CommandLine(new AdminCommand()).addSubcommand(ClassCommand.of(cli));
  }
}
