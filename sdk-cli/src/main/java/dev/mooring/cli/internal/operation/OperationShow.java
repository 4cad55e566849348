package dev.mooring.cli.internal.operation;

import dev.mooring.cli.internal.Cli;
import dev.mooring.operation.Operation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows an operation. */
@Command(name = "show", description = "show an operation, whichever process began it")
public final class OperationShow implements Callable<Integer> {
  private final Cli cli;

  @Parameters(paramLabel = "ID", description = "the operation's id")
  private String id;

  /** The command of a context. */
  public OperationShow(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Operation<?> operation = FoundOperation.of(cli, "show", id);
    return OperationOutput.print(cli, operation);
  }
}
