package dev.mooring.cli.internal.operation;

import dev.mooring.cli.internal.Cli;
import dev.mooring.operation.Operation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Cancels an operation. */
@Command(
    name = "cancel",
    description = "undo a creation or a growth that is under way, or a growth that failed")
public final class OperationCancel implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "ID", description = "the operation's id")
  private String id;

  /** The command of a context. */
  public OperationCancel(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Operation<?> operation = FoundOperation.of(cli, "cancel", id);
    operation.cancel();
    return OperationOutput.print(cli, operation);
  }
}
