package dev.mooring.cli.internal.maintenance;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.MaintenanceJson;
import dev.mooring.error.ErrorCode;
import dev.mooring.maintenance.MaintainedSnapshot;
import dev.mooring.maintenance.MaintenanceFailure;
import dev.mooring.maintenance.MaintenanceReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs maintenance once. */
@Command(
    name = "run",
    description =
        "recover, take the snapshots that are due, delete those that no rule keeps; may be repeated")
public final class MaintenanceRun implements Callable<Integer> {
  private final Cli cli;

  /** The command of a context. */
  public MaintenanceRun(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    MaintenanceReport report = cli.storage().maintenance().run();
    cli.print(() -> MaintenanceJson.of(report), () -> text(report));
    List<ErrorCode> codes =
        report.failed().stream().map(MaintenanceFailure::code).distinct().toList();
    return switch (codes.size()) {
      case 0 -> ExitCodes.DONE;
      case 1 -> ExitCodes.of(codes.get(0));
      default -> ExitCodes.of(ErrorCode.FAILED);
    };
  }

  private static String text(MaintenanceReport report) {
    StringBuilder text = new StringBuilder();
    append(text, "taken", report.taken());
    append(text, "deleted", report.deleted());
    append(text, "kept", report.kept());
    report
        .failed()
        .forEach(
            failure ->
                text.append("failed ")
                    .append(failure.resource())
                    .append(": ")
                    .append(failure.message())
                    .append('\n'));
    text.append("recovered ").append(report.recovery().completed().size()).append('\n');
    return text.toString();
  }

  private static void append(StringBuilder text, String word, List<MaintainedSnapshot> snapshots) {
    for (MaintainedSnapshot snapshot : snapshots) {
      text.append(word)
          .append(" snapshot/")
          .append(snapshot.id())
          .append(' ')
          .append(snapshot.name())
          .append(" of ")
          .append(snapshot.volume());
      if (!snapshot.reasons().isEmpty()) {
        text.append(": ").append(String.join(", ", snapshot.reasons()));
      }
      text.append('\n');
    }
  }
}
