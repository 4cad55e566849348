package dev.mooring.cli.internal.config;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.output.Style;
import dev.mooring.error.ErrorCode;
import dev.mooring.region.Probe;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Checks the configuration against the world. */
@Command(
    name = "check",
    description = "connect to everything and print one line for each check; changes nothing")
public final class ConfigCheck implements Callable<Integer> {
  private final Cli cli;

  /** The command of a context. */
  public ConfigCheck(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    List<Probe> probes =
        cli.storage().regions().check().stream()
            .filter(probe -> cli.region() == null || probe.region().equals(cli.region()))
            .toList();
    cli.print(
        () ->
            Json.array(
                probes,
                probe ->
                    Json.object()
                        .put("region", probe.region())
                        .put("name", probe.name())
                        .put("outcome", probe.outcome().name())
                        .put("detail", probe.detail())
                        .put("code", Json.text(probe.codeIfKnown()))),
        () -> text(probes));
    return exitCode(probes);
  }

  /** What cannot be reached counts before what is not allowed, for that may follow from it. */
  static int exitCode(List<Probe> probes) {
    List<Probe> failed =
        probes.stream().filter(probe -> probe.outcome() == Probe.Outcome.FAILED).toList();
    if (failed.isEmpty()) {
      return ExitCodes.DONE;
    }
    List<ErrorCode> codes =
        failed.stream().map(Probe::codeIfKnown).flatMap(Optional::stream).toList();
    for (ErrorCode first : List.of(ErrorCode.UNAVAILABLE, ErrorCode.ACCESS_DENIED)) {
      if (codes.contains(first)) {
        return ExitCodes.of(first);
      }
    }
    return ExitCodes.of(codes.isEmpty() ? ErrorCode.FAILED : codes.get(0));
  }

  private String text(List<Probe> probes) {
    StringBuilder text = new StringBuilder();
    for (Probe probe : probes) {
      text.append(outcome(probe.outcome()))
          .append("  ")
          .append(probe.region())
          .append(": ")
          .append(probe.name());
      if (!probe.detail().isEmpty()) {
        text.append(": ").append(probe.detail());
      }
      text.append('\n');
    }
    return text.toString();
  }

  private String outcome(Probe.Outcome outcome) {
    Style style = cli.style();
    return switch (outcome) {
      case OK -> style.good("ok     ");
      case WARNING -> style.warning("warning");
      case FAILED -> style.bad("FAILED ");
    };
  }
}
