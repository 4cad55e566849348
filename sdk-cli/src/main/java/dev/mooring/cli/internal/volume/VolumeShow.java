package dev.mooring.cli.internal.volume;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.ConditionJson;
import dev.mooring.cli.internal.json.VolumeJson;
import dev.mooring.cli.internal.option.Noun;
import dev.mooring.cli.internal.output.ConditionText;
import dev.mooring.cli.internal.output.VolumeText;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.volume.VolumeHealth;
import dev.mooring.volume.VolumeUsage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a volume. */
@Command(name = "show", description = "show a volume, its health and how much of it is used")
public final class VolumeShow<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    implements Callable<Integer> {
  private final Cli cli;
  private final Noun<V, C> noun;

  @Parameters(paramLabel = "NAME", description = "its name")
  private String name;

  /** The command of a context. */
  public VolumeShow(Cli cli, Noun<V, C> noun) {
    this.cli = cli;
    this.noun = noun;
  }

  @Override
  public Integer call() {
    V drive = noun.named(cli, "show", name);
    VolumeHealth health = drive.health();
    VolumeUsage usage = drive.usage().orElse(null);
    cli.print(
        () -> ConditionJson.addTo(VolumeJson.of(drive), health, usage),
        () ->
            VolumeText.of(
                drive, cli.style(), fields -> ConditionText.add(fields, health, usage, "")));
    return ExitCodes.DONE;
  }
}
