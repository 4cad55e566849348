package dev.mooring.cli.internal.option;

import dev.mooring.cli.internal.Cli;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How long to wait for the end of what was begun. */
public final class WaitOptions {
  @ArgGroup private @Nullable Choice choice;

  /** One or the other. */
  static final class Choice {
    @Option(
        names = "--wait",
        paramLabel = "D",
        description = "wait at most this long, like 90s, instead of the configuration's limit")
    private @Nullable String limit;

    @Option(
        names = "--no-wait",
        description = "do not wait: print the operation, which goes on by itself")
    private boolean none;
  }

  /** Whether not to wait at all. */
  public boolean none() {
    return choice != null && choice.none;
  }

  /** The longest wait. */
  public Duration limit(Cli cli, String verb, String resource) {
    Reading reading = new Reading();
    Duration limit =
        reading
            .duration("wait", choice == null ? null : choice.limit)
            .orElseGet(() -> cli.configuration().timeouts().longestWait());
    reading.check(verb, resource);
    return limit;
  }
}
