package dev.mooring.cli.internal.instance;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.InstanceJson;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.output.Table;
import dev.mooring.cli.internal.output.Words;
import dev.mooring.instance.Instance;
import dev.mooring.volume.StatusReason;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** Lists instances. */
@Command(name = "list", description = "list the account's instances")
public final class InstanceList implements Callable<Integer> {
  private final Cli cli;

  /** The command of a context. */
  public InstanceList(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    List<Instance> instances;
    try (Stream<Instance> all = cli.storage().instances().list()) {
      instances = all.filter(i -> cli.region() == null || i.region().equals(cli.region())).toList();
    }
    cli.print(() -> Json.array(instances, InstanceJson::of), () -> text(instances));
    if (instances.isEmpty()) {
      cli.tell("no instances");
    }
    return ExitCodes.DONE;
  }

  private String text(List<Instance> instances) {
    if (instances.isEmpty()) {
      return "";
    }
    Table table = new Table("NAME", "STATE", "REGION", "STARTED", "REASON");
    for (Instance instance : instances) {
      table.row(
          instance.name(),
          instance.state().name(),
          instance.region(),
          Words.time(instance.startedAt()),
          Words.orDash(instance.reason().map(StatusReason::reason)));
    }
    return table.render(cli.terminal().width(), cli.style());
  }
}
