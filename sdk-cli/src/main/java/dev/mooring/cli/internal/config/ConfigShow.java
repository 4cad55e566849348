package dev.mooring.cli.internal.config;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.config.ConfigurationValue;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows the configuration. */
@Command(
    name = "show",
    description = "print every value in force and where it came from, secrets masked")
public final class ConfigShow implements Callable<Integer> {
  private final Cli cli;

  /** The command of a context. */
  public ConfigShow(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    List<ConfigurationValue> values = cli.loaded().values();
    cli.print(
        () ->
            Json.array(
                values,
                value ->
                    Json.object()
                        .put("key", value.key())
                        .put("value", value.value())
                        .put("source", value.source())),
        () -> text(values));
    return ExitCodes.DONE;
  }

  /** Nothing is cut here: paths and sources are what one looks for. */
  private String text(List<ConfigurationValue> values) {
    StringBuilder text = new StringBuilder();
    for (ConfigurationValue value : values) {
      text.append(cli.style().bold(value.key() + ":"))
          .append(' ')
          .append(value.value())
          .append(cli.style().dim("  (" + value.source() + ")"))
          .append('\n');
    }
    return text.toString();
  }
}
