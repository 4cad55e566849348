package dev.mooring.cli.internal.price;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.ProfileJson;
import dev.mooring.profile.ProfileOffer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a profile. */
@Command(
    name = "show",
    description = "show one profile: what it is, what it can, and whether it can be had")
public final class ProfileShow implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "NAME", description = "its name, or REGION/NAME")
  private String name;

  /** The command of a context. */
  public ProfileShow(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    ProfileOffer offer = Offers.named(cli, "show", name);
    cli.print(
        () -> ProfileJson.of(offer),
        () ->
            ProfileText.of(
                offer,
                cli.storage().prices().book().currency(),
                cli.style(),
                cli.terminal().width()));
    return ExitCodes.DONE;
  }
}
