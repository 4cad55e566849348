package dev.mooring.cli.internal.config;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.output.Table;
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
        () -> {
          Table table = new Table("KEY", "VALUE", "SOURCE");
          values.forEach(value -> table.row(value.key(), value.value(), value.source()));
          return table.render(cli.terminal().width(), cli.style());
        });
    return ExitCodes.DONE;
  }
}
