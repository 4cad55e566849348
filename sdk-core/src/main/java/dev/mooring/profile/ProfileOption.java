package dev.mooring.profile;

import java.util.List;
import java.util.Objects;

/**
 * A profile as it stands against a use.
 *
 * @param offer the profile as it stands in its region
 * @param reasons why it has its place, or why it does not fit; in words, the weightiest first
 */
public record ProfileOption(ProfileOffer offer, List<String> reasons) {
  /** Copies. */
  public ProfileOption {
    Objects.requireNonNull(offer, "offer");
    reasons = List.copyOf(reasons);
  }

  /** The profile's name. */
  public String name() {
    return offer.name();
  }

  /** For example {@code shared: many writers at once, lane shared-rwx}. */
  @Override
  public String toString() {
    return name() + ": " + String.join(", ", reasons);
  }
}
