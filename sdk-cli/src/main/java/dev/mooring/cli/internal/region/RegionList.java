package dev.mooring.cli.internal.region;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.output.Table;
import dev.mooring.cli.internal.output.Words;
import dev.mooring.region.Region;
import dev.mooring.volume.Capacity;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists regions. */
@Command(name = "list", description = "list the regions of the configuration")
public final class RegionList implements Callable<Integer> {
  private final Cli cli;

  /** The command of a context. */
  public RegionList(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    List<Region> regions =
        cli.storage().regions().list().stream()
            .filter(region -> cli.region() == null || region.name().equals(cli.region()))
            .toList();
    cli.print(() -> Json.array(regions, RegionList::json), () -> text(regions));
    return ExitCodes.DONE;
  }

  private static ObjectNode json(Region region) {
    ObjectNode json =
        Json.object()
            .put("name", region.name())
            .put("backend", region.backend())
            .put("default", region.isDefault())
            .put("quotaBytes", region.quotaIfSet().map(Capacity::bytes).orElse(null))
            .put("drivesPerInstance", region.drivesPerInstance());
    json.set("capabilities", Json.texts(new TreeSet<>(region.capabilities())));
    return json;
  }

  private String text(List<Region> regions) {
    Table table = new Table("NAME", "BACKEND", "QUOTA", "DRIVES PER TARGET");
    for (Region region : regions) {
      table.row(
          region.name() + (region.isDefault() ? " (default)" : ""),
          region.backend(),
          Words.size(region.quotaIfSet()),
          Integer.toString(region.drivesPerInstance()));
    }
    return table.render(cli.terminal().width(), cli.style());
  }
}
