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

/** Restores a drive. */
@Command(name = "restore", description = "bring a drive back from the trash")
public final class DriveRestore implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "NAME", description = "the drive")
  private String name;

  /** The command of a context. */
  public DriveRestore(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    CloudDrive drive = Drives.named(cli, "restore", name).restore();
    cli.print(() -> VolumeJson.of(drive), () -> VolumeText.of(drive, cli.style()));
    return ExitCodes.DONE;
  }
}
