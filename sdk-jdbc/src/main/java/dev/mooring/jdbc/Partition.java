package dev.mooring.jdbc;

import dev.mooring.volume.Capacity;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose records a store shows: those of one account in one region, and no others.
 *
 * @param account the account
 * @param region the region
 * @param quota how much the account may have in the region, or null for no limit
 */
public record Partition(String account, String region, @Nullable Capacity quota) {
  /** Checks that the names are there. */
  public Partition {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(region, "region");
  }

  /** How much the account may have in the region; empty for no limit. */
  public Optional<Capacity> quotaIfSet() {
    return Optional.ofNullable(quota);
  }
}
