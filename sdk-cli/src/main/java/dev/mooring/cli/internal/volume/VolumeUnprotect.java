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

/** Lets a volume be deleted again. */
@Command(
    name = "unprotect",
    description = "let a protected volume be deleted again; deletes nothing")
public final class VolumeUnprotect<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    implements Callable<Integer> {
  private final Cli cli;
  private final Noun<V, C> noun;

  @Parameters(paramLabel = "NAME", description = "its name")
  private String name;

  /** The command of a context. */
  public VolumeUnprotect(Cli cli, Noun<V, C> noun) {
    this.cli = cli;
    this.noun = noun;
  }

  @Override
  public Integer call() {
    V drive = noun.named(cli, "unprotect", name).unprotect();
    cli.print(() -> VolumeJson.of(drive), () -> VolumeText.of(drive, cli.style()));
    return ExitCodes.DONE;
  }
}
