package dev.mooring.cli.internal.instance;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.option.Reading;
import dev.mooring.instance.ExecResult;
import dev.mooring.instance.Instance;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a command in an instance. */
@Command(
    name = "exec",
    description = {
      "run a command in an instance, without a shell",
      "Its output and its exit code become this program's."
    })
public final class InstanceExec implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private final Cli cli;

  @Parameters(index = "0", paramLabel = "NAME", description = "the instance")
  private String name;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "ARGV",
      description = "the command and its arguments, after --")
  private List<String> argv = List.of();

  @Option(names = "--wait", paramLabel = "D", description = "at most this long; 1m unless set")
  private @Nullable String limit;

  /** The command of a context. */
  public InstanceExec(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Reading reading = new Reading();
    Duration longest = reading.duration("wait", limit).orElse(LIMIT);
    reading.check("exec in", "instance/" + name);
    Instance instance = cli.storage().instances().named(name);
    ExecResult result = instance.exec(longest, argv.toArray(String[]::new));
    cli.print(() -> json(result), result::stdout);
    if (!cli.options().json()) {
      cli.terminal().err().print(result.stderr());
      cli.terminal().err().flush();
    }
    return result.exitCode();
  }

  private static com.fasterxml.jackson.databind.JsonNode json(ExecResult result) {
    return Json.object()
        .put("exitCode", result.exitCode())
        .put("stdout", result.stdout())
        .put("stderr", result.stderr());
  }
}
