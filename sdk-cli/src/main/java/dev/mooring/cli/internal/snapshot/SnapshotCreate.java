package dev.mooring.cli.internal.snapshot;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.SnapshotJson;
import dev.mooring.cli.internal.operation.OperationOutput;
import dev.mooring.cli.internal.option.Noun;
import dev.mooring.cli.internal.option.Reading;
import dev.mooring.cli.internal.option.WaitOptions;
import dev.mooring.cli.internal.output.SnapshotText;
import dev.mooring.error.Problem;
import dev.mooring.error.UnsupportedException;
import dev.mooring.operation.Operation;
import dev.mooring.sized.SizedVolume;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.volume.VolumeKind;
import dev.mooring.volume.VolumeRef;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a snapshot. */
@Command(
    name = "create",
    description = "take a snapshot of a volume, used or not, and wait until it is whole")
public final class SnapshotCreate implements Callable<Integer> {
  private static final String VERB = "take a snapshot of";

  private final Cli cli;

  @Parameters(paramLabel = "KIND/NAME", description = "the volume: drive/x or fs/x")
  private String volume;

  @Option(
      names = "--name",
      paramLabel = "N",
      description = "its name; the same again is the same snapshot; by default the time")
  private @Nullable String name;

  @Mixin private WaitOptions wait;

  /** The command of a context. */
  public SnapshotCreate(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Reading reading = new Reading();
    Optional<VolumeRef> ref = reading.volume("volume", volume);
    if (ref.isPresent() && ref.get().kindIfGiven().isEmpty()) {
      reading.wrong("volume", "'" + volume + "' needs its kind: drive/NAME or fs/NAME");
    }
    reading.check(VERB, volume);
    Duration limit = wait.limit(cli, VERB, volume);
    SizedVolume<?> source = source(ref.orElseThrow());
    Operation<Snapshot> operation = name == null ? source.snapshot() : source.snapshot(name);
    if (wait.none()) {
      return OperationOutput.print(cli, operation);
    }
    Snapshot snapshot =
        cli.waiting(
            "taking a snapshot of " + source.ref(),
            "the snapshot of " + source.ref() + " goes on: see mooring snapshot list",
            display -> operation.await(limit, display));
    cli.print(() -> SnapshotJson.of(snapshot), () -> SnapshotText.of(snapshot, cli.style()));
    return ExitCodes.DONE;
  }

  private SizedVolume<?> source(VolumeRef ref) {
    VolumeKind kind = ref.kindIfGiven().orElseThrow();
    return switch (kind) {
      case DRIVE -> Noun.DRIVE.named(cli, VERB, ref.name());
      case FILESYSTEM -> Noun.FILESYSTEM.named(cli, VERB, ref.name());
      case OBJECT ->
          throw new UnsupportedException(
              Problem.tried(VERB).on(ref.toString()).because("object volumes have no snapshots"),
              "SNAPSHOTS");
    };
  }
}
