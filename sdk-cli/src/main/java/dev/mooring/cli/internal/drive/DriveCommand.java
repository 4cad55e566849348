package dev.mooring.cli.internal.drive;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.Unsupported;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of drives. */
@Command(name = "drive", description = "cloud drives: block storage with one writer")
public final class DriveCommand {
  private DriveCommand() {}

  /** The command with those below it. */
  public static CommandLine of(Cli cli) {
    return new CommandLine(new DriveCommand())
        .addSubcommand(new DriveCreate(cli))
        .addSubcommand(new DriveList(cli))
        .addSubcommand(new DriveShow(cli))
        .addSubcommand(new DriveDescribe(cli))
        .addSubcommand("resize", new Unsupported("drive resize", "RESIZING"))
        .addSubcommand(new DriveDelete(cli))
        .addSubcommand(new DriveRestore(cli));
  }
}
