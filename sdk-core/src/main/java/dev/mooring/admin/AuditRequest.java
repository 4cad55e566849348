package dev.mooring.admin;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to audit. Immutable: each method returns a changed copy.
 *
 * @param region the one region to look at, or null for all
 * @param staleAfter how long an operation may come no further, and a deletion not end, until it is
 *     a finding; an hour unless set
 */
public record AuditRequest(@Nullable String region, Duration staleAfter) {
  private static final Duration STALE = Duration.ofHours(1);

  /** Checks that nothing is missing. */
  public AuditRequest {
    Objects.requireNonNull(staleAfter, "staleAfter");
  }

  /** All regions. */
  public static AuditRequest everywhere() {
    return new AuditRequest(null, STALE);
  }

  /** One region only. */
  public AuditRequest in(String oneRegion) {
    return new AuditRequest(Objects.requireNonNull(oneRegion, "region"), staleAfter);
  }

  /** With another patience; zero finds everything that is under way. */
  public AuditRequest staleAfter(Duration patience) {
    return new AuditRequest(region, patience);
  }

  /** The one region; empty for all. */
  public Optional<String> regionIfSet() {
    return Optional.ofNullable(region);
  }
}
