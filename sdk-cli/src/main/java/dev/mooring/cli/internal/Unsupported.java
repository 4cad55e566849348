package dev.mooring.cli.internal;

import dev.mooring.error.Problem;
import dev.mooring.error.UnsupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * A command whose name is fixed already and that this release cannot do: it takes any arguments and
 * says so.
 */
@Command(description = "not in this release")
public final class Unsupported implements Callable<Integer> {
  private final String command;
  private final String capability;

  @Unmatched
  @SuppressWarnings("UnusedVariable") // taken, so that no argument is a usage error
  private List<String> arguments = new ArrayList<>();

  /** A command, for example {@code drive resize}, and the capability that is missing. */
  public Unsupported(String command, String capability) {
    this.command = command;
    this.capability = capability;
  }

  @Override
  public Integer call() {
    throw new UnsupportedException(
        Problem.tried("run mooring " + command)
            .because("it is not supported in this release")
            .hint("see mooring --help for what is"),
        capability);
  }
}
