package dev.mooring.cli.internal.snapshot;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.json.SnapshotJson;
import dev.mooring.cli.internal.option.Reading;
import dev.mooring.cli.internal.output.SnapshotText;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.volume.VolumeRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists snapshots. */
@Command(
    name = "list",
    description = "list the account's snapshots, those of deleted volumes included")
public final class SnapshotList implements Callable<Integer> {
  private final Cli cli;

  @Option(
      names = "--volume",
      paramLabel = "KIND/NAME",
      description = "only those of volumes that are or were called so")
  private @Nullable String volume;

  /** The command of a context. */
  public SnapshotList(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Reading reading = new Reading();
    Optional<VolumeRef> of = volume == null ? Optional.empty() : reading.volume("volume", volume);
    reading.check("list", "snapshots");
    List<Snapshot> snapshots;
    try (Stream<Snapshot> found =
        of.map(ref -> cli.storage().snapshots().list(ref))
            .orElseGet(() -> cli.storage().snapshots().list())) {
      snapshots = found.filter(this::inRegion).toList();
    }
    cli.print(
        () -> Json.array(snapshots, SnapshotJson::of),
        () ->
            snapshots.isEmpty()
                ? ""
                : SnapshotText.table(snapshots, Instant.now())
                    .render(cli.terminal().width(), cli.style()));
    if (snapshots.isEmpty()) {
      cli.tell("no snapshots");
    }
    return ExitCodes.DONE;
  }

  private boolean inRegion(Snapshot snapshot) {
    return cli.region() == null || snapshot.region().equals(cli.region());
  }
}
