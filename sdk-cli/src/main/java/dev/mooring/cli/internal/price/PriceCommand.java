package dev.mooring.cli.internal.price;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.CostJson;
import dev.mooring.cli.internal.option.Reading;
import dev.mooring.cli.internal.output.PlanText;
import dev.mooring.cost.Cost;
import dev.mooring.volume.Capacity;
import dev.mooring.volume.VolumeKind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prices a volume that does not exist. */
@Command(name = "price", description = "price a volume, from the price book; changes nothing")
public final class PriceCommand implements Callable<Integer> {
  private static final Duration PERIOD = Duration.ofDays(30);
  private final Cli cli;

  @Parameters(paramLabel = "KIND", description = "drive, fs or object")
  private String kind;

  @Option(names = "--size", paramLabel = "S", description = "the size with its unit, like 100GB")
  private @Nullable String size;

  @Option(names = "--profile", paramLabel = "P", description = "the profile")
  private @Nullable String profile;

  @Option(names = "--for", paramLabel = "D", description = "how long; 30d unless set")
  private @Nullable String period;

  /** The command of a context. */
  public PriceCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Reading reading = new Reading();
    Optional<VolumeKind> known = VolumeKind.ofWord(kind);
    if (known.isEmpty()) {
      reading.wrong("kind", "must be drive, fs or object");
    }
    if (size == null && known.filter(k -> k != VolumeKind.OBJECT).isPresent()) {
      reading.wrong("size", "is missing: --size 100GB");
    }
    Optional<Capacity> capacity = reading.size("size", size);
    Duration duration = reading.duration("for", period).orElse(PERIOD);
    reading.check("price", kind);
    Asked asked = new Asked(known.orElseThrow(), capacity.orElse(null), cli.region(), profile);
    Cost cost = cli.storage().prices().estimate(asked, duration);
    cli.print(() -> CostJson.of(cost), () -> PlanText.of(cost, cli.style()));
    return ExitCodes.DONE;
  }
}
