package dev.mooring.cli.internal.region;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.option.Reading;
import dev.mooring.cli.internal.output.Table;
import dev.mooring.region.QuotaUsage;
import dev.mooring.region.Region;
import dev.mooring.volume.Capacity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells quotas. */
@Command(
    name = "quotas",
    description = "tell the quotas, how much of them is used, and whether something would fit")
public final class RegionQuotas implements Callable<Integer> {
  private final Cli cli;

  @Option(
      names = "--size",
      paramLabel = "S",
      description = "ask whether a volume of this size would fit, like 100GB")
  private @Nullable String size;

  /** A quota of a region. */
  private record Line(String region, QuotaUsage quota) {}

  /** The command of a context. */
  public RegionQuotas(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Reading reading = new Reading();
    Optional<Capacity> asked = reading.size("size", size);
    reading.check("tell", "quotas");
    List<Line> lines = new ArrayList<>();
    for (Region region : cli.storage().regions().list()) {
      if (cli.region() == null || region.name().equals(cli.region())) {
        cli.storage()
            .regions()
            .quotas(region.name())
            .forEach(quota -> lines.add(new Line(region.name(), quota)));
      }
    }
    cli.print(() -> Json.array(lines, line -> json(line, asked)), () -> text(lines, asked));
    if (lines.isEmpty()) {
      cli.tell("no quotas");
    }
    return ExitCodes.DONE;
  }

  private static ObjectNode json(Line line, Optional<Capacity> asked) {
    QuotaUsage quota = line.quota();
    Optional<Long> more = asked.map(capacity -> of(quota, capacity));
    return Json.object()
        .put("region", line.region())
        .put("name", quota.name())
        .put("unit", quota.unit().name().toLowerCase(Locale.ROOT))
        .put("used", quota.used())
        .put("limit", quota.limit())
        .put("asked", more.orElse(null))
        .put("fits", more.map(quota::fits).orElse(null));
  }

  /** How much a volume of a size takes of a quota: its bytes, or itself. */
  private static long of(QuotaUsage quota, Capacity size) {
    return quota.unit() == QuotaUsage.Unit.BYTES ? size.bytes() : 1;
  }

  private String text(List<Line> lines, Optional<Capacity> asked) {
    if (lines.isEmpty()) {
      return "";
    }
    Table table = new Table("QUOTA", "REGION", "USED", "LIMIT", "ASKED", "FITS");
    for (Line line : lines) {
      QuotaUsage quota = line.quota();
      Optional<Long> more = asked.map(capacity -> of(quota, capacity));
      table.row(
          quota.name(),
          line.region(),
          quota.figure(quota.used()),
          quota.figure(quota.limit()),
          more.map(quota::figure).orElse("-"),
          more.map(amount -> quota.fits(amount) ? "yes" : "no").orElse("-"));
    }
    return table.render(cli.terminal().width(), cli.style());
  }
}
