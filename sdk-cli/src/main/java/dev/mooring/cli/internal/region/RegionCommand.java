package dev.mooring.cli.internal.region;

import dev.mooring.cli.internal.Cli;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of regions. */
@Command(name = "region", description = "regions: the named places where volumes live")
public final class RegionCommand {
  private RegionCommand() {}

  /** The command with those below it. */
  public static CommandLine of(Cli cli) {
    return new CommandLine(new RegionCommand())
        .addSubcommand(new RegionList(cli))
        .addSubcommand(new RegionQuotas(cli));
  }
}
