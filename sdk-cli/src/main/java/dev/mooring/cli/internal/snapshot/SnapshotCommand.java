package dev.mooring.cli.internal.snapshot;

import dev.mooring.cli.internal.Cli;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of snapshots. */
@Command(name = "snapshot", description = "snapshots: what a volume held at one moment")
public final class SnapshotCommand {
  private SnapshotCommand() {}

  /** The command with those below it. */
  public static CommandLine of(Cli cli) {
    return new CommandLine(new SnapshotCommand())
        .addSubcommand(new SnapshotCreate(cli))
        .addSubcommand(new SnapshotList(cli))
        .addSubcommand(new SnapshotVerify(cli))
        .addSubcommand(new SnapshotDelete(cli));
  }
}
