package dev.mooring.cli.internal.volume;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.adopt.AdoptCommand;
import dev.mooring.cli.internal.adopt.ReleaseCommand;
import dev.mooring.cli.internal.option.Noun;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of one kind of volumes. */
@Command
public final class VolumeCommand {
  private VolumeCommand() {}

  /** The command with those below it. */
  public static <V extends SizedVolume<V>, C extends CreateSizedVolume<C>> CommandLine of(
      Cli cli, Noun<V, C> noun) {
    CommandLine command = new CommandLine(new VolumeCommand());
    command.getCommandSpec().name(noun.kind().word()).usageMessage().description(noun.words());
    return command
        .addSubcommand(new VolumeCreate<>(cli, noun))
        .addSubcommand(new VolumeList<>(cli, noun))
        .addSubcommand(new VolumeShow<>(cli, noun))
        .addSubcommand(new VolumeDescribe<>(cli, noun))
        .addSubcommand(new VolumeResize<>(cli, noun))
        .addSubcommand(new VolumeDelete<>(cli, noun))
        .addSubcommand(new VolumeRestore<>(cli, noun))
        .addSubcommand(new VolumeProtect<>(cli, noun))
        .addSubcommand(new VolumeUnprotect<>(cli, noun))
        .addSubcommand(new AdoptCommand<>(cli, noun))
        .addSubcommand(new ReleaseCommand<>(cli, noun));
  }
}
