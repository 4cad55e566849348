package dev.mooring.cli.internal.price;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.output.Table;
import dev.mooring.cost.Money;
import dev.mooring.profile.Availability;
import dev.mooring.profile.Obstacle;
import dev.mooring.profile.ProfileOffer;
import dev.mooring.profile.UseCase;
import java.util.Currency;
import java.util.List;

/** Profiles for people. */
final class ProfileTable {
  private ProfileTable() {}

  /** A table of offers, and why those that cannot be had cannot; empty without any. */
  static String of(Cli cli, List<ProfileOffer> offers) {
    if (offers.isEmpty()) {
      return "";
    }
    Table table =
        new Table("NAME", "KIND", "LANE", "REGION", "PER MONTH", "USABLE", "BEST FOR")
            .endsInProse();
    StringBuilder reasons = new StringBuilder();
    for (ProfileOffer offer : offers) {
      table.row(
          offer.name() + (offer.profile().isDefault() ? " (default)" : ""),
          offer.profile().kind().word(),
          offer.profile().lane(),
          offer.region(),
          price(cli, offer),
          available(offer.availability()),
          bestFor(offer));
      for (Obstacle obstacle : offer.availability().obstacles()) {
        reasons
            .append(offer.name())
            .append(" in ")
            .append(offer.region())
            .append(": ")
            .append(obstacle.words())
            .append('\n');
      }
    }
    return table.render(cli.terminal().width(), cli.style()) + reasons;
  }

  /** What the administrator says, else for what it is the first choice. */
  private static String bestFor(ProfileOffer offer) {
    List<String> said = offer.profile().bestFor();
    return String.join(
        ", ", said.isEmpty() ? offer.recommendedFor().stream().map(UseCase::word).toList() : said);
  }

  private static String price(Cli cli, ProfileOffer offer) {
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
