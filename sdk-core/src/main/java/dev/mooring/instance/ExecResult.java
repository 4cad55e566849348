package dev.mooring.instance;

import java.util.Objects;

/**
 * What a command in an instance did.
 *
 * @param exitCode its exit code; 0 says by convention that it did well
 * @param stdout its standard output as UTF-8, of which the first 1 MiB is kept
 * @param stderr its standard error, likewise
 */
public record ExecResult(int exitCode, String stdout, String stderr) {
  /** Checks that nothing is missing. */
  public ExecResult {
    Objects.requireNonNull(stdout, "stdout");
    Objects.requireNonNull(stderr, "stderr");
  }
}
