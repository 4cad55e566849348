package dev.mooring.cli.internal.admin;

import dev.mooring.admin.ClassReport;
import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Applies a storage class. */
@Command(
    name = "apply",
    description = "make the objects of a class, and tell what validate then finds; may be repeated")
public final class ClassApply implements Callable<Integer> {
  private final Cli cli;

  @Mixin private ClassOptions options;

  /** The command of a context. */
  public ClassApply(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    ClassReport report = ClassCommand.classes(cli).plan(options.read("apply")).apply();
    cli.print(() -> ReportOutput.json(report), () -> ReportOutput.text(report, cli.style()));
    return ExitCodes.DONE;
  }
}
