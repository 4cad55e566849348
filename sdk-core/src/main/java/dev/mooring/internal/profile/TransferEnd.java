package dev.mooring.internal.profile;

import dev.mooring.profile.Performance;
import dev.mooring.profile.Profile;
import dev.mooring.profile.ProfileOffer;
import java.util.Optional;

/**
 * One end of a copy.
 *
 * @param name what it is called, for people
 * @param region where it is
 * @param profile its profile, as far as there is one
 */
record TransferEnd(String name, String region, Optional<Profile> profile) {
  static TransferEnd of(ProfileOffer offer) {
    return new TransferEnd(offer.name(), offer.region(), Optional.of(offer.profile()));
  }

  Performance declared() {
    return profile
        .flatMap(Profile::expected)
        .map(expected -> expected.perClient())
        .orElse(Performance.UNKNOWN);
  }

  /** Since when its speed is declared, in words. */
  String declaredOn() {
    return profile
        .flatMap(Profile::expected)
        .flatMap(expected -> expected.asOfIfKnown())
        .map(date -> ", as declared on " + date)
        .orElse(", as declared");
  }
}
