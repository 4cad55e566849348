package dev.mooring.cli.internal.drive;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.option.Drives;
import dev.mooring.cost.Cost;
import dev.mooring.drive.CloudDrive;
import dev.mooring.drive.CreateDrive;
import dev.mooring.error.InvalidRequestException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Describes a drive. */
@Command(
    name = "describe",
    description = "show a drive with its holders, its price, its operations and what happened")
public final class DriveDescribe implements Callable<Integer> {
  private static final Duration PERIOD = Duration.ofDays(30);
  private final Cli cli;

  @Parameters(paramLabel = "NAME", description = "the drive")
  private String name;

  /** The command of a context. */
  public DriveDescribe(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    CloudDrive drive = Drives.named(cli, "describe", name);
    Description description = new Description(drive, price(drive));
    cli.print(description::json, () -> description.text(cli.style()));
    return ExitCodes.DONE;
  }

  /** What it costs, unless the configuration does not know its region or profile any more. */
  private Optional<Cost> price(CloudDrive drive) {
    CreateDrive same =
        CreateDrive.named(drive.name())
            .size(drive.size())
            .region(drive.region())
            .profile(drive.profile());
    try {
      return Optional.of(cli.storage().prices().estimate(same, PERIOD));
    } catch (InvalidRequestException e) {
      return Optional.empty();
    }
  }
}
