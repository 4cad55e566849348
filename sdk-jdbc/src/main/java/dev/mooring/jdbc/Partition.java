package dev.mooring.jdbc;

import dev.mooring.error.Problem;
import dev.mooring.error.QuotaExceededException;
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

  /** How much of the quota is used; asked for only where there is one. */
  @FunctionalInterface
  public interface Used<E extends Exception> {
    /** Bytes. */
    long bytes() throws E;
  }

  /**
   * Requires room for more, in the transaction that takes it.
   *
   * @param asked bytes; 0 and less always fit
   * @param problem what is tried
   * @param inUse the bytes in use
   * @throws QuotaExceededException when it does not fit
   */
  public <E extends Exception> void requireRoom(long asked, Problem problem, Used<E> inUse)
      throws E {
    Capacity limit = quota;
    if (limit == null || asked <= 0) {
      return;
    }
    long used = inUse.bytes();
    if (asked > limit.bytes() - used) {
      throw new QuotaExceededException(
          problem
              .because(
                  "the quota of account %s would be exceeded: %s used of %s, %s asked"
                      .formatted(account, Capacity.ofBytes(used), limit, Capacity.ofBytes(asked)))
              .hint("delete something, or ask for a higher quota"),
          used,
          limit.bytes(),
          asked);
    }
  }
}
