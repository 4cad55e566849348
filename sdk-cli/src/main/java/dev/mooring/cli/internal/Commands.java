package dev.mooring.cli.internal;

import dev.mooring.cli.internal.admin.AdminCommand;
import dev.mooring.cli.internal.attach.AttachCommand;
import dev.mooring.cli.internal.attach.AttachmentsCommand;
import dev.mooring.cli.internal.attach.DetachCommand;
import dev.mooring.cli.internal.attach.PlanCommand;
import dev.mooring.cli.internal.audit.AuditCommand;
import dev.mooring.cli.internal.config.CompletionCommand;
import dev.mooring.cli.internal.config.ConfigCommand;
import dev.mooring.cli.internal.config.Version;
import dev.mooring.cli.internal.demo.DemoCommand;
import dev.mooring.cli.internal.instance.InstanceCommand;
import dev.mooring.cli.internal.maintenance.MaintenanceCommand;
import dev.mooring.cli.internal.operation.OperationCommand;
import dev.mooring.cli.internal.operation.RecoverCommand;
import dev.mooring.cli.internal.option.Noun;
import dev.mooring.cli.internal.price.PriceCommand;
import dev.mooring.cli.internal.price.ProfileCommand;
import dev.mooring.cli.internal.region.RegionCommand;
import dev.mooring.cli.internal.share.FilesystemCommand;
import dev.mooring.cli.internal.snapshot.SnapshotCommand;
import dev.mooring.cli.internal.volume.VolumeCommand;
import dev.mooring.cli.internal.watch.WatchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** All commands. */
@Command(
    name = "mooring",
    description = "Persistent storage for the users of your platform.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Version.class,
    footer = {"", "Exit codes and JSON shapes: docs/cli.md"})
final class Commands {
  @Mixin
  @SuppressWarnings("UnusedVariable") // picocli alone reads it
  private final GlobalOptions options;

  @Option(names = "--version", versionHelp = true, description = "print the version")
  @SuppressWarnings("UnusedVariable") // picocli alone reads it
  private boolean version;

  private Commands(GlobalOptions options) {
    this.options = options;
  }

  /** The command line of a context. */
  static CommandLine of(Cli cli) {
    return new CommandLine(new Commands(cli.options()))
        .addSubcommand(new DemoCommand(cli))
        .addSubcommand(VolumeCommand.of(cli, Noun.DRIVE))
        .addSubcommand(FilesystemCommand.of(cli))
        .addSubcommand("object", new Unsupported("object", "OBJECTS"))
        .addSubcommand(new WatchCommand(cli))
        .addSubcommand(SnapshotCommand.of(cli))
        .addSubcommand(new PlanCommand(cli))
        .addSubcommand(new AttachCommand(cli))
        .addSubcommand(new DetachCommand(cli))
        .addSubcommand(new AttachmentsCommand(cli))
        .addSubcommand(InstanceCommand.of(cli))
        .addSubcommand(ProfileCommand.of(cli))
        .addSubcommand(new PriceCommand(cli))
        .addSubcommand(RegionCommand.of(cli))
        .addSubcommand(AdminCommand.of(cli))
        .addSubcommand(new AuditCommand(cli))
        .addSubcommand("cost", new Unsupported("cost", "STATEMENTS"))
        .addSubcommand(OperationCommand.of(cli))
        .addSubcommand(new RecoverCommand(cli))
        .addSubcommand(MaintenanceCommand.of(cli))
        .addSubcommand(ConfigCommand.of(cli))
        .addSubcommand(new CompletionCommand(cli));
  }
}
