package dev.mooring.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * Who may write to a drive: the target that won the compare-and-swap. It counts only while the
 * target's record has a mount of this drive since the same time under the same token; otherwise it
 * is a leftover that anybody may replace.
 *
 * @param targetKey key of the target's record
 * @param target kind and name, for people
 * @param token the random token of the target's present life
 * @param since since when, by the backend's clock: that of the mount which it was taken for, so
 *     that a late step of an earlier mount cannot be taken for one of this
 */
public record Claim(String targetKey, String target, String token, Instant since) {
  /** Checks that nothing is missing. */
  public Claim {
    Objects.requireNonNull(targetKey, "targetKey");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(since, "since");
  }
}
