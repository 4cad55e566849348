package dev.mooring.cli.internal.option;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.PlanJson;
import dev.mooring.cli.internal.output.PlanText;
import dev.mooring.error.ErrorCode;
import dev.mooring.operation.Plan;

/** Shows plans that are not applied. */
public final class Plans {
  private Plans() {}

  /**
   * Prints a plan, and returns the exit code: that of an invalid request when it has violations.
   */
  public static int print(Cli cli, Plan<?> plan) {
    cli.print(() -> PlanJson.of(plan), () -> PlanText.of(plan, cli.style()));
    cli.tell("Nothing was changed.");
    return plan.violations().isEmpty() ? ExitCodes.DONE : ExitCodes.of(ErrorCode.INVALID_REQUEST);
  }
}
