package dev.mooring.cli.internal.volume;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.json.PlanJson;
import dev.mooring.cli.internal.operation.OperationOutput;
import dev.mooring.cli.internal.option.Noun;
import dev.mooring.cli.internal.option.Plans;
import dev.mooring.cli.internal.option.WaitOptions;
import dev.mooring.cli.internal.output.Words;
import dev.mooring.operation.Operation;
import dev.mooring.operation.Warning;
import dev.mooring.sized.CreateSizedVolume;
import dev.mooring.sized.SizedVolume;
import dev.mooring.volume.VolumeId;
import dev.mooring.volume.VolumeStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes a volume. */
@Command(
    name = "delete",
    description = "delete a volume that nobody uses, and wait until nothing is left of it")
public final class VolumeDelete<V extends SizedVolume<V>, C extends CreateSizedVolume<C>>
    implements Callable<Integer> {
  private final Cli cli;
  private final Noun<V, C> noun;

  @Parameters(paramLabel = "NAME", description = "its name")
  private String name;

  @ArgGroup private @Nullable Way way;

  @Option(
      names = "--dry-run",
      description = "only tell whether it can be deleted, and what becomes of its data")
  private boolean dryRun;

  @Mixin private WaitOptions wait;

  /** One or the other. */
  static final class Way {
    @Option(
        names = "--when-detached",
        description = "delete it as soon as nobody uses it, and refuse new users from now on")
    private boolean whenDetached;

    @Option(names = "--purge", description = "delete it for good, also from the trash")
    private boolean purge;
  }

  /** The command of a context. */
  public VolumeDelete(Cli cli, Noun<V, C> noun) {
    this.cli = cli;
    this.noun = noun;
  }

  @Override
  public Integer call() {
    V drive = noun.named(cli, "delete", name);
    String resource = drive.ref().toString();
    Duration limit = wait.limit(cli, "delete", resource);
    if (dryRun) {
      return Plans.print(cli, way != null && way.purge ? drive.planPurge() : drive.planDelete());
    }
    Operation<VolumeId> operation = delete(drive);
    if (wait.none()) {
      return OperationOutput.print(cli, operation);
    }
    VolumeId id =
        cli.waiting(
            "deleting " + resource,
            "the deletion of "
                + resource
                + " goes on: see mooring "
                + noun.kind().word()
                + " show "
                + drive.name(),
            display -> operation.await(limit, display));
    operation.warnings().forEach(warning -> cli.warn("warning: " + warning));
    print(drive, id, operation.warnings());
    return ExitCodes.DONE;
  }

  private Operation<VolumeId> delete(V drive) {
    if (way != null && way.purge) {
      return drive.purge();
    }
    return way != null && way.whenDetached ? drive.deleteWhenDetached() : drive.delete();
  }

  private void print(V drive, VolumeId id, List<Warning> warnings) {
    Optional<Instant> restorable =
        noun.in(cli.storage())
            .find(drive.name())
            .filter(left -> left.id().equals(id))
            .flatMap(V::restorableUntil);
    cli.print(
        () -> {
          ObjectNode json =
              Json.object()
                  .put("id", id.value())
                  .put("kind", drive.kind().word())
                  .put("name", drive.name())
                  .put("region", drive.region())
                  .put("status", VolumeStatus.DELETED.name())
                  .put("restorableUntil", Json.text(restorable));
          json.set("warnings", Json.array(warnings, PlanJson::of));
          return json;
        },
        () ->
            restorable
                .map(
                    until ->
                        drive.ref()
                            + " is in the trash until "
                            + Words.time(until)
                            + ": mooring "
                            + noun.kind().word()
                            + " restore "
                            + drive.name()
                            + "\n")
                .orElse(
                    drive.ref()
                        + (drive.adopted() ? " is forgotten; its data stays\n" : " is deleted\n")));
  }
}
