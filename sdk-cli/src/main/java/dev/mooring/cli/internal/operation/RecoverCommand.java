package dev.mooring.cli.internal.operation;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.OperationJson;
import dev.mooring.operation.RecoveryReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Recovers what interrupted programs left. */
@Command(
    name = "recover",
    description = "finish or undo what interrupted programs left half done; may be repeated")
public final class RecoverCommand implements Callable<Integer> {
  private final Cli cli;

  /** The command of a context. */
  public RecoverCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    RecoveryReport report = cli.storage().recover();
    cli.print(() -> OperationJson.of(report), () -> text(report));
    return ExitCodes.DONE;
  }

  private static String text(RecoveryReport report) {
    StringBuilder text = new StringBuilder("examined ").append(report.examined()).append('\n');
    append(text, "completed", report.completed());
    append(text, "undone", report.undone());
    append(text, "pending", report.pending());
    append(text, "released", report.released());
    return text.toString();
  }

  private static void append(StringBuilder text, String word, List<?> things) {
    things.forEach(thing -> text.append(word).append(' ').append(thing).append('\n'));
  }
}
