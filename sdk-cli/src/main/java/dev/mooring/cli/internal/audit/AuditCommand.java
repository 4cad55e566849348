package dev.mooring.cli.internal.audit;

import dev.mooring.admin.Audit;
import dev.mooring.admin.AuditAction;
import dev.mooring.admin.AuditFinding;
import dev.mooring.admin.AuditReport;
import dev.mooring.admin.AuditRequest;
import dev.mooring.admin.AuditResult;
import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.AuditJson;
import dev.mooring.cli.internal.option.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Audits the account, and acts on one finding when it is told to. */
@Command(
    name = "audit",
    description = "tell what fits nothing else, and what to do about it; changes nothing by itself")
public final class AuditCommand implements Callable<Integer> {
  private final Cli cli;

  @Option(
      names = "--stale-after",
      paramLabel = "D",
      description = "how long something may come no further until it is told; 1h unless given")
  private @Nullable String staleAfter;

  @Option(
      names = "--apply",
      paramLabel = "ID",
      description = "do what this finding's action says, if nothing has changed since")
  private @Nullable String apply;

  /** The command of a context. */
  public AuditCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Reading reading = new Reading();
    Optional<Duration> patience = reading.duration("stale-after", staleAfter);
    reading.check("audit", "the account");
    AuditRequest request = AuditRequest.everywhere();
    if (cli.region() != null) {
      request = request.in(cli.region());
    }
    if (patience.isPresent()) {
      request = request.staleAfter(patience.get());
    }
    Audit audit = cli.storage().admin().audit(request);
    if (apply != null) {
      AuditResult result = audit.apply(apply);
      cli.print(
          () -> AuditJson.of(result),
          () -> result.finding().resource() + ": " + result.words() + "\n");
      return ExitCodes.DONE;
    }
    AuditReport report = audit.report();
    cli.print(
        () -> AuditJson.of(report),
        () -> new AuditText(cli.terminal().width(), cli.style()).of(report, Instant.now()));
    tell(report);
    return ExitCodes.DONE;
  }

  private void tell(AuditReport report) {
    long automatic =
        report.findings().stream().map(AuditFinding::action).filter(AuditAction::automatic).count();
    if (report.isClean()) {
      cli.tell("no findings");
    } else if (automatic > 0) {
      cli.tell("mooring audit --apply ID acts on one of the findings that say apply");
    }
  }
}
