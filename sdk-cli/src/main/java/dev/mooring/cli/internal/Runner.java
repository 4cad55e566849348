package dev.mooring.cli.internal;

import dev.mooring.error.StorageException;
import picocli.CommandLine;

/** Runs one command. */
public final class Runner {
  private Runner() {}

  /** Reads and runs a command line, and returns the exit code. Closes the context. */
  public static int run(Cli cli, String... arguments) {
    try (cli) {
      return Commands.of(cli)
          // An argument that begins with @ is an argument, not a file of arguments.
          .setExpandAtFiles(false)
          .setOut(cli.terminal().out())
          .setErr(cli.terminal().err())
          .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(cli)))
          .setExecutionExceptionHandler(
              (exception, line, parsed) -> Failures.report(cli, exception))
          .setParameterExceptionHandler(
              (exception, rest) -> Failures.usage(cli, exception, arguments))
          .execute(arguments);
    } catch (StorageException e) {
      return Failures.report(cli, e);
    } catch (LinkageError | StackOverflowError e) {
      // A broken class path or the like: told as any other defect, in one document.
      return Failures.unexpected(cli, e);
    }
  }

  private static CommandLine.Help.Ansi ansi(Cli cli) {
    boolean plain = cli.terminal().refusesColor() || !cli.terminal().outIsTerminal();
    return plain ? CommandLine.Help.Ansi.OFF : CommandLine.Help.Ansi.ON;
  }
}
