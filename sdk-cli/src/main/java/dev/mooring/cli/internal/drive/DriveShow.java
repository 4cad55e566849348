package dev.mooring.cli.internal.drive;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.VolumeJson;
import dev.mooring.cli.internal.option.Drives;
import dev.mooring.cli.internal.output.VolumeText;
import dev.mooring.drive.CloudDrive;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a drive. */
@Command(name = "show", description = "show a drive")
public final class DriveShow implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "NAME", description = "the drive")
  private String name;

  /** The command of a context. */
  public DriveShow(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    CloudDrive drive = Drives.named(cli, "show", name);
    cli.print(() -> VolumeJson.of(drive), () -> VolumeText.of(drive, cli.style()));
    return ExitCodes.DONE;
  }
}
