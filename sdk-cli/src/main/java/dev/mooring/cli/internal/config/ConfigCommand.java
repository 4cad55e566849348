package dev.mooring.cli.internal.config;

import dev.mooring.cli.internal.Cli;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the configuration. */
@Command(name = "config", description = "the configuration in force")
public final class ConfigCommand {
  private ConfigCommand() {}

  /** The command with those below it. */
  public static CommandLine of(Cli cli) {
    return new CommandLine(new ConfigCommand())
        .addSubcommand(new ConfigShow(cli))
        .addSubcommand(new ConfigCheck(cli));
  }
}
