package dev.mooring.cli;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.Runner;

/** The program {@code mooring}. */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the process with its exit code: 0 when it is done, else the code that
   * {@code docs/cli.md} lists.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    System.exit(Runner.run(Cli.ofProcess(), arguments));
  }
}
