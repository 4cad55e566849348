package dev.mooring.cli.internal.maintenance;

import dev.mooring.cli.internal.Cli;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of maintenance. */
@Command(name = "maintenance", description = "what is done again and again: scheduled snapshots")
public final class MaintenanceCommand {
  private MaintenanceCommand() {}

  /** The command with those below it. */
  public static CommandLine of(Cli cli) {
    return new CommandLine(new MaintenanceCommand())
        .addSubcommand(new MaintenanceRun(cli))
        .addSubcommand(new MaintenanceManifest(cli));
  }
}
