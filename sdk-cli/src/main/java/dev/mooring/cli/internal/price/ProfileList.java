package dev.mooring.cli.internal.price;

import dev.mooring.cli.internal.Cli;
import dev.mooring.cli.internal.ExitCodes;
import dev.mooring.cli.internal.json.Json;
import dev.mooring.cli.internal.json.ProfileJson;
import dev.mooring.profile.ProfileOffer;
import dev.mooring.profile.ProfileOption;
import dev.mooring.profile.Profiles;
import dev.mooring.profile.UseCase;
import dev.mooring.region.Region;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
      description =
          "only those for a use, the best first; with other words only those whose administrator"
              + " says that they are best for it")
  private @Nullable String use;

  /** The command of a context. */
  public ProfileList(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Optional<UseCase> known = Optional.ofNullable(use).flatMap(UseCase::find);
    if (known.isPresent()) {
      List<ProfileOption> options = options(known.get());
      cli.print(
          () -> Json.array(options, ProfileJson::of),
          () -> ProfileTable.of(cli, options.stream().map(ProfileOption::offer).toList()));
      return told(options);
    }
    List<ProfileOffer> offers = offers().filter(this::isMeant).toList();
    cli.print(() -> Json.array(offers, ProfileJson::of), () -> ProfileTable.of(cli, offers));
    return told(offers);
  }

  private int told(List<?> found) {
    if (found.isEmpty()) {
      cli.tell("no profiles");
    }
    return ExitCodes.DONE;
  }

  private Stream<ProfileOffer> offers() {
    Profiles profiles = cli.storage().profiles();
    String region = cli.region();
    return (region == null ? profiles.list() : profiles.list(region)).stream();
  }

  /** Region by region: what one region has does not fit into another. */
  private List<ProfileOption> options(UseCase wanted) {
    String region = cli.region();
    Stream<String> regions =
        region == null
            ? cli.storage().regions().list().stream().map(Region::name)
            : Stream.of(region);
    return regions
        .flatMap(name -> cli.storage().profiles().recommend(wanted, name).options().stream())
        .toList();
  }

  private boolean isMeant(ProfileOffer offer) {
    if (use == null) {
      return true;
    }
    String wanted = use.toLowerCase(Locale.ROOT);
    return offer.profile().bestFor().stream()
        .anyMatch(words -> words.toLowerCase(Locale.ROOT).contains(wanted));
  }
}
