package dev.mooring.cli.internal.snapshot;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.operation.OperationOutput;
import dev.mooring.cli.internal.option.WaitOptions;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.operation.Operation;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.snapshot.SnapshotId;
import dev.mooring.volume.VolumeStatus;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deletes a snapshot. */
@Command(
    name = "delete",
    description = "delete a snapshot for good, and wait until nothing is left of it")
public final class SnapshotDelete implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "ID", description = "its id, as the list tells it")
  private String id;

  @Mixin private WaitOptions wait;

  /** The command of a context. */
  public SnapshotDelete(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Snapshot snapshot = cli.storage().snapshots().get(id);
    if (cli.region() != null && !cli.region().equals(snapshot.region())) {
      throw new NotFoundException(
          Problem.tried("delete")
              .on("snapshot/" + snapshot.id())
              .in(cli.region())
              .because("it is in " + snapshot.region())
              .hint("leave --region away: ids are unique"));
    }
    String resource = "snapshot/" + snapshot.id();
    Duration limit = wait.limit(cli, "delete", resource);
    Operation<SnapshotId> operation = snapshot.delete();
    if (wait.none()) {
      return OperationOutput.print(cli, operation);
    }
    SnapshotId deleted =
        cli.waiting(
            "deleting " + resource,
            "the deletion of " + resource + " goes on: see mooring snapshot list",
            display -> operation.await(limit, display));
    cli.print(
        () ->
            Json.object()
                .put("id", deleted.value())
                .put("name", snapshot.name())
                .put("volume", snapshot.volume().toString())
                .put("status", VolumeStatus.DELETED.name()),
        () -> resource + " is deleted\n");
    return ExitCodes.DONE;
  }
}
