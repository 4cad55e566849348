package dev.mooring.cli.internal.snapshot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.option.Reading;
import dev.mooring.cli.internal.output.Fields;
import dev.mooring.cli.internal.output.Words;
import dev.mooring.error.ErrorCode;
import dev.mooring.snapshot.Snapshot;
import dev.mooring.snapshot.VerifyReport;
import dev.mooring.volume.Capacity;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies a snapshot. */
@Command(
    name = "verify",
    description =
        "restore a snapshot into a scratch volume, read all of it, compare it with its volume")
public final class SnapshotVerify implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "ID", description = "its id, as the list tells it")
  private String id;

  @Option(
      names = "--limit",
      paramLabel = "D",
      defaultValue = "1h",
      description = "how long it may take (${DEFAULT-VALUE})")
  private String limit;

  /** The command of a context. */
  public SnapshotVerify(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Reading reading = new Reading();
    Optional<Duration> most = reading.duration("limit", limit);
    reading.check("verify", "snapshot/" + id);
    Snapshot snapshot = cli.storage().snapshots().get(id);
    VerifyReport report = snapshot.verify(most.orElseThrow());
    cli.print(() -> json(report), () -> text(report));
    return switch (report.outcome()) {
      case VERIFIED, READABLE -> ExitCodes.DONE;
      case DIFFERENT, UNREADABLE -> ExitCodes.of(ErrorCode.INTEGRITY);
    };
  }

  private static ObjectNode json(VerifyReport report) {
    ObjectNode json =
        Json.object()
            .put("snapshot", report.snapshot().value())
            .put("outcome", report.outcome().name())
            .put("files", report.files())
            .put("bytes", report.bytes())
            .put("digest", report.digest())
            .put("differing", report.differing());
    json.set(
        "differences",
        Json.array(
            report.differences(),
            difference ->
                Json.object().put("path", difference.path()).put("what", difference.what())));
    return json;
  }

  private String text(VerifyReport report) {
    Fields fields = new Fields(cli.style());
    fields.add("snapshot", report.snapshot().value());
    fields.add("outcome", report.outcome().name());
    fields.add("files", Long.toString(report.files()));
    fields.add("size", Words.size(Capacity.ofBytes(report.bytes())));
    fields.add("digest", report.digest());
    fields.add("differing", Long.toString(report.differing()));
    report.differences().forEach(d -> fields.add("difference", d.path() + " " + d.what()));
    return fields.toString();
  }
}
