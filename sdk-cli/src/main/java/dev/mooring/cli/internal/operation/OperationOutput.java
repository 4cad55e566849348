package dev.mooring.cli.internal.operation;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.OperationJson;
import dev.mooring.cli.internal.output.Fields;
import dev.mooring.cli.internal.output.Words;
import dev.mooring.operation.Operation;
import dev.mooring.operation.OperationEvent;

/** Prints operations. */
public final class OperationOutput {
  private OperationOutput() {}

  /** Prints an operation, and returns the exit code. */
  public static int print(Cli cli, Operation<?> operation) {
    cli.print(() -> OperationJson.of(operation), () -> text(cli, operation));
    return ExitCodes.DONE;
  }

  private static String text(Cli cli, Operation<?> operation) {
    Fields fields = new Fields(cli.style());
    fields.add("operation", operation.id().value());
    fields.add("state", operation.state().name());
    fields.add("progress", percent(operation) + ", " + operation.progress().step());
    fields.add("started", Words.time(operation.startedAt()));
    for (OperationEvent event : operation.history()) {
      fields.add("history", event.toString());
    }
    operation.warnings().forEach(warning -> fields.add("warning", warning.toString()));
    return fields.toString();
  }

  private static String percent(Operation<?> operation) {
    return Math.round(operation.progress().fraction() * 100) + " %";
  }
}
