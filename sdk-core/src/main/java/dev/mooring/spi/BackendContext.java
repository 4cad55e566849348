package dev.mooring.spi;

import dev.mooring.access.Owner;
import dev.mooring.profile.Profile;
import dev.mooring.volume.Capacity;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a backend is told when it is connected.
 *
 * @param region the region's name
 * @param account the account: the backend shows and changes nothing of any other
 * @param owner who acts
 * @param profiles the region's profiles
 * @param quota how much the account may have in the region, or null for no limit
 * @param requestTimeout the longest that one request may take
 * @param clock the machine's clock, for backends that have no better one
 */
public record BackendContext(
    String region,
    String account,
    Owner owner,
    List<Profile> profiles,
    @Nullable Capacity quota,
    Duration requestTimeout,
    Clock clock) {
  /** Copies and checks. */
  public BackendContext {
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(requestTimeout, "requestTimeout");
    Objects.requireNonNull(clock, "clock");
    profiles = List.copyOf(profiles);
  }

  /** How much the account may have in the region; empty for no limit. */
  public Optional<Capacity> quotaIfSet() {
    return Optional.ofNullable(quota);
  }
}
