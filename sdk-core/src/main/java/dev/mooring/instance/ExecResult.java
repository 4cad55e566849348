package dev.mooring.instance;

import java.util.Objects;

/**
 * What a command in an instance did.
 *
 * @param exitCode its exit code
 * @param stdout its standard output, at most 1 MiB, as UTF-8
 * @param stderr its standard error, likewise
 */
public record ExecResult(int exitCode, String stdout, String stderr) {
  /** Checks that nothing is missing. */
  public ExecResult {
    Objects.requireNonNull(stdout, "stdout");
    Objects.requireNonNull(stderr, "stderr");
  }
}
