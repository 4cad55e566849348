package dev.mooring.cli.internal.admin;

import dev.mooring.admin.ClassReport;
import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.error.ErrorCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Validates a storage class. */
@Command(
    name = "validate",
    description = "check a class that is there: what is missing or contradictory; changes nothing")
public final class ClassValidate implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "NAME", description = "the class's name")
  private String name;

  /** The command of a context. */
  public ClassValidate(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    ClassReport report = ClassCommand.classes(cli).validate(name);
    cli.print(() -> ReportOutput.json(report), () -> ReportOutput.text(report, cli.style()));
    return report.isSound() ? ExitCodes.DONE : ExitCodes.of(ErrorCode.INVALID_REQUEST);
  }
}
