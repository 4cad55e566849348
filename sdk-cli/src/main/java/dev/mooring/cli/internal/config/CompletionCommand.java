package dev.mooring.cli.internal.config;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.option.Reading;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a completion script. */
@Command(
    name = "completion",
    description = "print a completion script: source <(mooring completion bash)")
public final class CompletionCommand implements Callable<Integer> {
  private final Cli cli;

  @Parameters(
      paramLabel = "SHELL",
      arity = "0..1",
      description = "bash (default) or zsh; one script serves both")
  private String shell = "bash";

  @Spec private CommandSpec spec;

  /** The command of a context. */
  public CompletionCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Reading reading = new Reading();
    if (!shell.equals("bash") && !shell.equals("zsh")) {
      reading.wrong("shell", "must be bash or zsh");
    }
    reading.check("print", "completion");
    cli.printRaw(AutoComplete.bash(spec.root().name(), spec.root().commandLine()));
    return ExitCodes.DONE;
  }
}
