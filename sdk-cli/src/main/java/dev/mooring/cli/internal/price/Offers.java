package dev.mooring.cli.internal.price;

import dev.mooring.cli.internal.Cli;
import dev.mooring.error.NotFoundException;
import dev.mooring.error.Problem;
import dev.mooring.profile.ProfileOffer;
import dev.mooring.spi.Nearest;
import java.util.List;

/** Profiles, as commands name them. */
final class Offers {
  private Offers() {}

  /**
   * The profile of a name, in the region that is named before it, else the default region.
   *
   * @throws NotFoundException when there is none
   */
  static ProfileOffer named(Cli cli, String verb, String text) {
    int slash = text.indexOf('/');
    String given = cli.region();
    String region =
        slash > 0
            ? text.substring(0, slash)
            : given == null ? cli.storage().regions().defaultRegion().name() : given;
    String name = text.substring(slash + 1);
    List<ProfileOffer> offers = cli.storage().profiles().list(region);
    List<String> names = offers.stream().map(ProfileOffer::name).toList();
    return offers.stream()
        .filter(offer -> offer.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new NotFoundException(
                    Problem.tried(verb)
                        .on("profile " + name)
                        .in(region)
                        .because(
                            "the region has no such profile; it has " + String.join(", ", names))
                        .hint(
                            Nearest.of(name, names)
                                .map(near -> "did you mean " + near + "?")
                                .orElse("list the profiles to see those it has"))));
  }
}
