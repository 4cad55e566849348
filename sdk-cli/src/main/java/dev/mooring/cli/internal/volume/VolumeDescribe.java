package dev.mooring.cli.internal.volume;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.option.Noun;
import dev.mooring.cost.Cost;
import dev.mooring.error.InvalidRequestException;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Describes a volume. */
@Command(
    name = "describe",
    description =
        "show a volume with its holders, its price, its operations, what happened, and what its"
            + " backend shows of it")
public final class VolumeDescribe<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    implements Callable<Integer> {
  private static final Duration PERIOD = Duration.ofDays(30);
  private final Cli cli;
  private final Noun<V, C> noun;

  @Parameters(paramLabel = "NAME", description = "its name")
  private String name;

  /** The command of a context. */
  public VolumeDescribe(Cli cli, Noun<V, C> noun) {
    this.cli = cli;
    this.noun = noun;
  }

  @Override
  public Integer call() {
    V drive = noun.named(cli, "describe", name);
    Description description = new Description(drive, drive.describe(), cost(drive));
    cli.print(description::json, () -> description.text(cli.style()));
    return ExitCodes.DONE;
  }

  /** What is in the trash is not billed. */
  private Optional<Cost> cost(V drive) {
    return price(drive)
        .map(
            cost ->
                drive.restorableUntil().isEmpty()
                    ? cost
                    : new Cost(cost.currency(), cost.from(), cost.to(), List.of()));
  }

  /** What it costs, unless the configuration does not know its region or profile any more. */
  private Optional<Cost> price(V drive) {
    C same =
        noun.request(drive.name())
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
