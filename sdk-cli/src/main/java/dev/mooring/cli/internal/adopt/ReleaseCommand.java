package dev.mooring.cli.internal.adopt;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.operation.OperationOutput;
import dev.mooring.cli.internal.option.Noun;
import dev.mooring.cli.internal.option.WaitOptions;
import dev.mooring.operation.Operation;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.volume.VolumeId;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives a volume back. */
@Command(
    name = "release",
    description =
        "give a volume back, to be managed by hand: nothing of it is deleted, and Mooring knows it"
            + " no more")
public final class ReleaseCommand<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    implements Callable<Integer> {
  private final Cli cli;
  private final Noun<V, C> noun;

  @Parameters(paramLabel = "NAME", description = "its name")
  private String name;

  @Mixin private WaitOptions wait;

  /** The command of a context. */
  public ReleaseCommand(Cli cli, Noun<V, C> noun) {
    this.cli = cli;
    this.noun = noun;
  }

  @Override
  public Integer call() {
    V volume = noun.named(cli, "release", name);
    String resource = volume.ref().toString();
    Duration limit = wait.limit(cli, "release", resource);
    Operation<VolumeId> operation = volume.release();
    if (wait.none()) {
      return OperationOutput.print(cli, operation);
    }
    VolumeId id =
        cli.waiting(
            "releasing " + resource,
            "the release of " + resource + " goes on: repeat it to go on waiting",
            display -> operation.await(limit, display));
    String claim = volume.backendDetails().get("persistentVolumeClaim");
    cli.print(
        () ->
            Json.object()
                .put("id", id.value())
                .put("kind", volume.kind().word())
                .put("name", volume.name())
                .put("region", volume.region())
                .put("released", true)
                .put("claim", claim),
        () ->
            resource
                + " is released; its data stays"
                + (claim == null ? "" : " in the claim " + claim)
                + "\n");
    return ExitCodes.DONE;
  }
}
