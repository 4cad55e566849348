package dev.mooring.cli.internal.price;

import dev.mooring.cli.internal.Cli;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of profiles. */
@Command(name = "profile", description = "what administrators offer")
public final class ProfileCommand {
  private ProfileCommand() {}

  /** The command with those below it. */
  public static CommandLine of(Cli cli) {
    return new CommandLine(new ProfileCommand())
        .addSubcommand(new ProfileList(cli))
        .addSubcommand(new ProfileShow(cli))
        .addSubcommand(new ProfileRecommend(cli))
        .addSubcommand(new ProfileTransfer(cli));
  }
}
