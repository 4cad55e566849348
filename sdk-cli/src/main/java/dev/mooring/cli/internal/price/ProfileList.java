package dev.mooring.cli.internal.price;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.json.ProfileJson;
import dev.mooring.cli.internal.output.Table;
import dev.mooring.cost.Money;
import dev.mooring.profile.Availability;
import dev.mooring.profile.ProfileOffer;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists profiles. */
@Command(name = "list", description = "list what is offered, whether it can be had, and its price")
public final class ProfileList implements Callable<Integer> {
  private final Cli cli;

  @Option(
      names = "--for",
      paramLabel = "USE",
      description = "only those whose administrator says that they are best for it")
  private @Nullable String use;

  /** The command of a context. */
  public ProfileList(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    String region = cli.region();
    List<ProfileOffer> offers =
        (region == null ? cli.storage().profiles().list() : cli.storage().profiles().list(region))
            .stream().filter(this::isMeant).toList();
    cli.print(() -> Json.array(offers, ProfileJson::of), () -> text(offers));
    if (offers.isEmpty()) {
      cli.tell("no profiles");
    }
    return ExitCodes.DONE;
  }

  private boolean isMeant(ProfileOffer offer) {
    if (use == null) {
      return true;
    }
    String wanted = use.toLowerCase(Locale.ROOT);
    return offer.profile().bestFor().stream()
        .anyMatch(words -> words.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private String text(List<ProfileOffer> offers) {
    if (offers.isEmpty()) {
      return "";
    }
    Table table = new Table("NAME", "KIND", "LANE", "REGION", "PER MONTH", "AVAILABLE", "BEST FOR");
    StringBuilder reasons = new StringBuilder();
    for (ProfileOffer offer : offers) {
      table.row(
          offer.name() + (offer.profile().isDefault() ? " (default)" : ""),
          offer.profile().kind().word(),
          offer.profile().lane(),
          offer.region(),
          price(offer),
          available(offer.availability()),
          String.join(", ", offer.profile().bestFor()));
      if (!offer.availability().reason().isEmpty()) {
        reasons
            .append(offer.name())
            .append(" in ")
            .append(offer.region())
            .append(": ")
            .append(offer.availability().reason())
            .append('\n');
      }
    }
    return table.render(cli.terminal().width(), cli.style()) + reasons;
  }

  private String price(ProfileOffer offer) {
    Currency currency = cli.storage().prices().book().currency();
    return offer
        .rateIfSet()
        .map(rate -> new Money(rate.perMonth(), currency) + "/" + rate.unit().symbol())
        .orElse("not set");
  }

  private static String available(Availability availability) {
    return switch (availability.state()) {
      case AVAILABLE -> "yes";
      case UNAVAILABLE -> "no";
      case UNKNOWN -> "unknown";
    };
  }
}
