package dev.mooring.cli.internal.option;

import dev.mooring.cli.internal.Cli;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long to wait, where not waiting makes no sense. */
public final class LimitOption {
  @Option(
      names = "--wait",
      paramLabel = "D",
      description = "wait at most this long, like 90s, instead of the configuration's limit")
  private @Nullable String limit;

  /** The longest wait. */
  public Duration limit(Cli cli, String verb, String resource) {
    Reading reading = new Reading();
    Duration duration =
        reading
            .duration("wait", limit)
            .orElseGet(() -> cli.configuration().timeouts().longestWait());
    reading.check(verb, resource);
    return duration;
  }
}
