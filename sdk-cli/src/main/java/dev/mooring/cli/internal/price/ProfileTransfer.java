package dev.mooring.cli.internal.price;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.option.Reading;
import dev.mooring.profile.ProfileOffer;
import dev.mooring.profile.TransferEstimate;
import dev.mooring.volume.Capacity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Estimates how long a copy takes. */
@Command(
    name = "transfer",
    description =
        "estimate how long one client takes to copy bytes, from what is declared of both profiles")
public final class ProfileTransfer implements Callable<Integer> {
  private final Cli cli;

  @Parameters(index = "0", paramLabel = "FROM", description = "a profile, NAME or REGION/NAME")
  private String from;

  @Parameters(index = "1", paramLabel = "TO", description = "a profile, NAME or REGION/NAME")
  private String to;

  @Option(
      names = "--size",
      required = true,
      paramLabel = "S",
      description = "how much, with its unit, like 500GB")
  private @Nullable String size;

  /** The command of a context. */
  public ProfileTransfer(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Reading reading = new Reading();
    Optional<Capacity> bytes = reading.size("size", size);
    reading.check("estimate a copy", from + " to " + to);
    ProfileOffer source = Offers.named(cli, "estimate a copy from", from);
    ProfileOffer destination = Offers.named(cli, "estimate a copy to", to);
    TransferEstimate estimate =
        cli.storage().profiles().estimateTransfer(bytes.orElseThrow(), source, destination);
    cli.print(() -> json(estimate), () -> text(estimate));
    return ExitCodes.DONE;
  }

  private static ObjectNode json(TransferEstimate estimate) {
    ObjectNode json =
        Json.object()
            .put("bytes", estimate.bytes().bytes())
            .put("atLeastSeconds", seconds(estimate.atLeastIfKnown()))
            .put("atMostSeconds", seconds(estimate.atMostIfKnown()));
    json.set("basis", Json.texts(estimate.basis()));
    json.set("unknown", Json.texts(estimate.unknown()));
    return json;
  }

  private static @Nullable Long seconds(Optional<Duration> time) {
    return time.map(Duration::toSeconds).orElse(null);
  }

  private static String text(TransferEstimate estimate) {
    StringBuilder text = new StringBuilder(estimate.bytes().toString()).append(": ");
    text.append(range(estimate)).append('\n');
    add(text, "  basis: ", estimate.basis());
    add(text, "  not known: ", estimate.unknown());
    return text.toString();
  }

  private static String range(TransferEstimate estimate) {
    Optional<String> least = estimate.atLeastIfKnown().map(ProfileTransfer::words);
    Optional<String> most = estimate.atMostIfKnown().map(ProfileTransfer::words);
    return least.map(time -> most.isPresent() ? time : "at least " + time).orElse("nobody can know")
        + most.map(time -> " to " + time).orElse("");
  }

  private static String words(Duration time) {
    StringBuilder words = new StringBuilder();
    add(words, time.toDays(), "d");
    add(words, time.toHoursPart(), "h");
    if (time.toDays() == 0) {
      add(words, time.toMinutesPart(), "m");
    }
    if (time.toHours() == 0) {
      add(words, time.toSecondsPart(), "s");
    }
    return words.isEmpty() ? "1s" : words.toString().strip();
  }

  private static void add(StringBuilder words, long number, String unit) {
    if (number > 0) {
      words.append(number).append(unit).append(' ');
    }
  }

  private static void add(StringBuilder text, String lead, List<String> lines) {
    lines.forEach(line -> text.append(lead).append(line).append('\n'));
  }
}
