package dev.mooring.cli.internal.volume;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.VolumeJson;
import dev.mooring.cli.internal.operation.OperationOutput;
import dev.mooring.cli.internal.option.Noun;
import dev.mooring.cli.internal.option.Plans;
import dev.mooring.cli.internal.option.Reading;
import dev.mooring.cli.internal.option.WaitOptions;
import dev.mooring.cli.internal.output.VolumeText;
import dev.mooring.operation.Operation;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.volume.Capacity;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Grows a volume. */
@Command(
    name = "resize",
    description = "let a volume grow, used or not, and wait until its users can see it")
public final class VolumeResize<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    implements Callable<Integer> {
  private final Cli cli;
  private final Noun<V, C> noun;

  @Parameters(paramLabel = "NAME", description = "its name")
  private String name;

  @Option(
      names = "--size",
      paramLabel = "S",
      required = true,
      description = "the new size with its unit, like 200GB; nothing shrinks")
  private String size;

  @Option(names = "--dry-run", description = "only check and price it")
  private boolean dryRun;

  @Mixin private WaitOptions wait;

  /** The command of a context. */
  public VolumeResize(Cli cli, Noun<V, C> noun) {
    this.cli = cli;
    this.noun = noun;
  }

  @Override
  public Integer call() {
    String resource = noun.kind().word() + "/" + noun.name("resize", name);
    Reading reading = new Reading();
    Capacity wanted = reading.size("size", size).orElse(Capacity.ofBytes(0));
    reading.check("resize", resource);
    Duration limit = wait.limit(cli, "resize", resource);
    V volume = noun.named(cli, "resize", name);
    if (dryRun) {
      return Plans.print(cli, volume.planResize(wanted));
    }
    Operation<V> operation = volume.resize(wanted);
    if (wait.none()) {
      return OperationOutput.print(cli, operation);
    }
    V grown =
        cli.waiting(
            "resizing " + resource,
            "the growth of "
                + resource
                + " goes on: see mooring "
                + noun.kind().word()
                + " show "
                + volume.name(),
            display -> operation.await(limit, display));
    cli.print(() -> VolumeJson.of(grown), () -> VolumeText.of(grown, cli.style()));
    return ExitCodes.DONE;
  }
}
