package dev.mooring.cli.internal.price;

import dev.mooring.cli.internal.output.Fields;
import dev.mooring.cli.internal.output.Style;
import dev.mooring.cli.internal.output.Words;
import dev.mooring.cost.Money;
import dev.mooring.profile.Availability;
import dev.mooring.profile.Durability;
import dev.mooring.profile.Features;
import dev.mooring.profile.Profile;
import dev.mooring.profile.ProfileOffer;
import dev.mooring.profile.Support;
import dev.mooring.profile.UseCase;
import dev.mooring.spi.Durations;
import dev.mooring.volume.AccessMode;
import dev.mooring.volume.Capacity;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A profile for people, a line for each of its values. */
final class ProfileText {
  private static final String UNKNOWN = "not known";

  /** The columns before a value. */
  private static final int LEAD = 14;

  private final Fields fields;
  private final Style style;
  private final int width;
  private final ProfileOffer offer;
  private final Profile profile;

  private ProfileText(ProfileOffer offer, Style style, int width) {
    this.width = Math.max(LEAD, width);
    this.fields = new Fields(style);
    this.style = style;
    this.offer = offer;
    this.profile = offer.profile();
  }

  static String of(ProfileOffer offer, Currency currency, Style style, int width) {
    ProfileText text = new ProfileText(offer, style, width - LEAD);
    text.what();
    text.availability();
    text.limits(currency);
    text.backend();
    text.promises();
    text.people();
    return text.fields.toString();
  }

  private void what() {
    fields.add("name", offer.name() + (profile.isDefault() ? " (default)" : ""));
    fields.add("kind", profile.kind().word());
    fields.add("lane", profile.lane());
    fields.add("region", offer.region() + " (" + offer.backend() + ")");
  }

  private void availability() {
    Availability availability = offer.availability();
    fields.add("usable", usable(availability));
    availability
        .obstacles()
        .forEach(obstacle -> add("", obstacle.cause() + ": " + obstacle.words()));
  }

  private String usable(Availability availability) {
    return switch (availability.state()) {
      case AVAILABLE -> style.good("yes");
      case UNAVAILABLE -> style.bad("no");
      case UNKNOWN -> style.warning("not known");
    };
  }

  private void limits(Currency currency) {
    fields.add(
        "sizes",
        profile.minSize()
            + Optional.ofNullable(profile.maxSize()).map(max -> " to " + max).orElse(" and more")
            + profile.sizeStepIfSet().map(step -> ", in steps of " + step).orElse(""));
    profile.quotaIfSet().map(Capacity::toString).ifPresent(quota -> fields.add("quota", quota));
    fields.add(
        "price",
        offer
            .rateIfSet()
            .map(
                rate ->
                    new Money(rate.perMonth(), currency)
                        + " for each "
                        + rate.unit().symbol()
                        + " and month")
            .orElse("not set"));
  }

  private void backend() {
    Features features = offer.features();
    fields.add("made by", features.driver().isEmpty() ? UNKNOWN : features.driver());
    if (!features.terms().isEmpty()) {
      fields.add("in its terms", features.terms());
    }
    features.storageClassIfKnown().ifPresent(name -> fields.add("storage class", name));
    offer.accessModeIfKnown().ifPresent(mode -> fields.add("access mode", mode.kubernetesName()));
    if (!features.accessModes().isEmpty()) {
      fields.add(
          "could have",
          features.accessModes().stream()
              .map(AccessMode::abbreviation)
              .collect(Collectors.joining(", ")));
    }
    fields.add("grows", features.growth().words());
    fields.add("snapshots", words(features.snapshots()));
    fields.add("copies", words(features.clones()));
    fields.add("size enforced", features.enforcementIfKnown().map(Enum::name).orElse(UNKNOWN));
    if (features.gaps().isEmpty()) {
      fields.add("POSIX gaps", features.driver().isEmpty() ? UNKNOWN : "none known");
    }
    lines("POSIX gaps", features.gaps());
  }

  private void promises() {
    add("durability", profile.durability().map(ProfileText::words).orElse("not declared"));
    add("expected", profile.expected().map(Object::toString).orElse("not declared"));
    lines("measured", profile.samples());
  }

  private void people() {
    fields.add(
        "best for",
        profile.bestFor().isEmpty() ? "not declared" : String.join(", ", profile.bestFor()));
    if (!offer.recommendedFor().isEmpty()) {
      fields.add(
          "first choice",
          offer.recommendedFor().stream().map(UseCase::word).collect(Collectors.joining(", ")));
    }
    fields.add("create by", profile.createBy().words());
    fields.add("whom to ask", profile.adminContactIfSet().orElse("-"));
    if (!profile.nodeSelector().isEmpty()) {
      fields.add("nodes", new TreeMap<>(profile.nodeSelector()).toString());
    }
    if (!profile.trash().isZero()) {
      fields.add("trash", Durations.format(profile.trash()));
    }
    Optional.ofNullable(profile.mountPath())
        .ifPresent(path -> fields.add("mount path", Words.orDash(Optional.of(path))));
  }

  private void lines(String name, List<?> values) {
    String lead = name;
    for (Object value : values) {
      add(lead, value.toString());
      lead = "";
    }
  }

  /** A value of words, in as many lines as it needs. */
  private void add(String name, String words) {
    String lead = name;
    String rest = words;
    while (rest.length() > width && rest.lastIndexOf(' ', width) > 0) {
      int end = rest.lastIndexOf(' ', width);
      fields.add(lead, rest.substring(0, end));
      lead = "";
      rest = rest.substring(end + 1);
    }
    fields.add(lead, rest);
  }

  private static String words(Durability durability) {
    return durability
        + durability
            .rawPerUsable()
            .map(raw -> "; " + raw.toPlainString() + " raw bytes for each usable one")
            .orElse("");
  }

  private static String words(Support support) {
    return switch (support) {
      case YES -> "yes";
      case NO -> "no";
      case UNKNOWN -> UNKNOWN;
    };
  }
}
