package dev.mooring.cli.internal.share;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.option.Noun;
import dev.mooring.cli.internal.volume.VolumeCommand;
import picocli.CommandLine;

/** The commands of filesystems: those of all volumes, and those of shares. */
public final class FilesystemCommand {
  private FilesystemCommand() {}

  /** The command with those below it. */
  public static CommandLine of(Cli cli) {
    return VolumeCommand.of(cli, Noun.FILESYSTEM)
        .addSubcommand(new ShareCommand(cli))
        .addSubcommand(new SharesCommand(cli))
        .addSubcommand(new UnshareCommand(cli));
  }
}
