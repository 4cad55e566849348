package dev.mooring.cli.internal.volume;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.VolumeJson;
import dev.mooring.cli.internal.option.Noun;
import dev.mooring.cli.internal.output.VolumeText;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Protects a volume. */
@Command(
    name = "protect",
    description =
        "refuse to delete a volume until it is unprotected; the same again changes nothing")
public final class VolumeProtect<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    implements Callable<Integer> {
  private final Cli cli;
  private final Noun<V, C> noun;

  @Parameters(paramLabel = "NAME", description = "its name")
  private String name;

  /** The command of a context. */
  public VolumeProtect(Cli cli, Noun<V, C> noun) {
    this.cli = cli;
    this.noun = noun;
  }

  @Override
  public Integer call() {
    V drive = noun.named(cli, "protect", name).protect();
    cli.print(() -> VolumeJson.of(drive), () -> VolumeText.of(drive, cli.style()));
    return ExitCodes.DONE;
  }
}
